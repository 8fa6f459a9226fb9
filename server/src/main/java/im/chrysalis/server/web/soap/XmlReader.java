package im.chrysalis.server.web.soap;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML of strangers: no DTD, no entities but the five, and bounded in every direction. */
final class XmlReader {
  static final int MAX_BYTES = 1 << 20;
  static final int MAX_DEPTH = 32;
  static final int MAX_ELEMENTS = 50_000;
  static final int MAX_ATTRIBUTES = 32;

  private static final XMLInputFactory FACTORY = factory();

  private final Deque<Open> open = new ArrayDeque<>();
  private int elements;

  private XmlReader() {}

  /** An element whose end has not come. */
  private record Open(
      String name,
      String namespace,
      Map<String, String> attributes,
      List<Element> children,
      StringBuilder text) {
    Element closed() {
      return new Element(
          name,
          namespace,
          attributes,
          Collections.unmodifiableList(children),
          text.toString().strip());
    }
  }

  /** The root element; what follows it is not looked at. */
  static Element read(byte[] bytes) throws MalformedEnvelope {
    if (bytes.length > MAX_BYTES) {
      throw new MalformedEnvelope("more than " + MAX_BYTES + " bytes");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    try {
      XMLStreamReader xml =
          FACTORY.createXMLStreamReader(
              new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
      try {
        return new XmlReader().root(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException | RuntimeException notXml) { // the parser throws either
      throw new MalformedEnvelope("no XML"); // its own words would repeat the input, tickets too
    }
  }

  private Element root(XMLStreamReader xml) throws XMLStreamException, MalformedEnvelope {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin(xml);
        case XMLStreamConstants.END_ELEMENT -> {
          Element closed = open.pop().closed();
          Open parent = open.peek();
          if (parent == null) {
            return closed;
          }
          parent.children().add(closed);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          Open here = open.peek();
          if (here != null) {
            here.text().append(xml.getText());
          }
        }
        case XMLStreamConstants.DTD -> throw new MalformedEnvelope("a DTD");
        case XMLStreamConstants.ENTITY_REFERENCE -> throw new MalformedEnvelope("an entity");
        case XMLStreamConstants.END_DOCUMENT -> throw new MalformedEnvelope("no element");
        default -> {} // comments and processing instructions
      }
    }
  }

  private void begin(XMLStreamReader xml) throws MalformedEnvelope {
    elements++;
    int count = xml.getAttributeCount();
    if (elements > MAX_ELEMENTS || open.size() >= MAX_DEPTH || count > MAX_ATTRIBUTES) {
      throw new MalformedEnvelope("too many elements, too deep, or too many attributes");
    }
    Map<String, String> attributes = count == 0 ? Map.of() : new HashMap<>();
    for (int i = 0; i < count; i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    String namespace = xml.getNamespaceURI();
    open.push(
        new Open(
            xml.getLocalName(),
            namespace == null ? "" : namespace,
            attributes,
            new ArrayList<>(0),
            new StringBuilder(0)));
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("nothing is read from elsewhere");
    });
    return factory;
  }
}
