package im.chrysalis.client.web;

import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import java.nio.charset.StandardCharsets;

/** Answers as services of different makes write them. */
final class Documents {
  private Documents() {}

  /** As our own server writes it: one prefix, no white space, the operation without a prefix. */
  static byte[] plain(String operation) {
    return bytes(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
            + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + "<soap:Header><ServiceHeader xmlns=\"urn:x\"><Version>15</Version></ServiceHeader>"
            + "</soap:Header><soap:Body>"
            + operation
            + "</soap:Body></soap:Envelope>");
  }

  /**
   * The same as a generator of code would write it: every element with a prefix, each on a line of
   * its own, comments between.
   */
  static byte[] prefixed(String operation) {
    String body =
        operation
            .replaceAll("<(/?)(\\w+)", "<$1ns2:$2")
            .replaceAll("(</ns2:\\w+>)", "$1\n    ")
            .replaceAll("xmlns=", "xmlns:ns2=");
    return bytes(
        "\n<S:Envelope xmlns:S='http://www.w3.org/2003/05/soap-envelope'\n".stripLeading()
            + "   xmlns:ns2='urn:other' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>\n"
            + "  <!-- a comment -->\n  <S:Body>\n"
            + body
            + "\n  </S:Body>\n</S:Envelope>\n");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Element operation(byte[] document) throws MalformedXml {
    if (Answer.read(document) instanceof Answer.Given(var operation)) {
      return operation;
    }
    throw new AssertionError("a fault");
  }
}
