package im.chrysalis.server.web.soap;

import java.util.List;
import java.util.Map;

/**
 * A SOAP request.
 *
 * @param header what stands in the header; an element without children when there is none
 * @param operation the first element of the body: what is asked for
 */
public record Envelope(Element header, Element operation) {
  private static final Element NO_HEADER = new Element("Header", Map.of(), List.of(), "");

  /**
   * Reads a request.
   *
   * @param body bytes of UTF-8, whatever they say of themselves
   * @throws MalformedEnvelope when it is no XML, no envelope, has a DTD, or goes beyond the limits
   *     of {@link XmlReader}
   */
  public static Envelope read(byte[] body) throws MalformedEnvelope {
    Element root = XmlReader.read(body);
    if (!root.name().equals("Envelope")) {
      throw new MalformedEnvelope("no envelope");
    }
    Element operation =
        root.child("Body")
            .flatMap(it -> it.children().stream().findFirst())
            .orElseThrow(() -> new MalformedEnvelope("no operation"));
    return new Envelope(root.child("Header").orElse(NO_HEADER), operation);
  }
}
