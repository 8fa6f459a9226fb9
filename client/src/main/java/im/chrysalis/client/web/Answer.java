package im.chrysalis.client.web;

import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.XmlReader;
import java.util.Optional;

/** A SOAP answer. Found by local names: every server has prefixes of its own. */
public sealed interface Answer {
  /** What was asked for: the first element of the body. */
  record Given(Element operation) implements Answer {}

  record Refused(Fault fault) implements Answer {}

  /**
   * Reads an answer. A fault may stand in the body, or, as the first token service has it, directly
   * in the envelope.
   *
   * @throws MalformedXml when it is none
   */
  static Answer read(byte[] document) throws MalformedXml {
    Element root = XmlReader.readAnswer(document);
    if (!root.name().equals("Envelope")) {
      throw new MalformedXml("no envelope");
    }
    Optional<Element> body = root.child("Body");
    Optional<Element> fault = root.child("Fault").or(() -> root.at("Body", "Fault"));
    if (fault.isPresent()) {
      return new Refused(Fault.of(fault.get()));
    }
    return body.filter(it -> !it.children().isEmpty())
        .<Answer>map(it -> new Given(it.children().getFirst()))
        .orElseThrow(() -> new MalformedXml("nothing in the body"));
  }
}
