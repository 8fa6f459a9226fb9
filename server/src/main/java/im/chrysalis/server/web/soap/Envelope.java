package im.chrysalis.server.web.soap;

import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.XmlReader;
import java.util.List;
import java.util.Map;

/**
 * A SOAP request.
 *
 * @param header what stands in the header; an element without children when there is none
 * @param body what stands in the body; at least one element
 */
public record Envelope(Element header, Element body) {
  private static final Element NO_HEADER = new Element("Header", "", Map.of(), List.of(), "");

  /**
   * Reads a request.
   *
   * @param bytes UTF-8, whatever they say of themselves
   * @throws MalformedXml when it is no XML, no envelope, has a DTD, or goes beyond the limits of
   *     {@link XmlReader}
   */
  public static Envelope read(byte[] bytes) throws MalformedXml {
    Element root = XmlReader.readLeniently(bytes);
    if (!root.name().equals("Envelope")) {
      throw new MalformedXml("no envelope");
    }
    Element body =
        root.child("Body")
            .filter(it -> !it.children().isEmpty())
            .orElseThrow(() -> new MalformedXml("no operation"));
    return new Envelope(root.child("Header").orElse(NO_HEADER), body);
  }

  /** The first element of the body: what is asked for. */
  public Element operation() {
    return body.children().getFirst();
  }
}
