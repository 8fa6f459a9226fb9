package im.chrysalis.server.web.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads documents of strangers: no document type, so no entities but the five of XML; nothing is
 * ever fetched; limits on depth and number. The size is limited by whoever receives the bytes.
 */
public final class XmlReader {
  /** How many elements may be within each other. */
  public static final int MOST_DEPTH = 48;

  /** How many elements a document may have. */
  public static final int MOST_ELEMENTS = 20_000;

  /** How many attributes and namespaces an element may have. */
  public static final int MOST_ATTRIBUTES = 64;

  private final XMLStreamReader in;
  private int elements;

  private XmlReader(XMLStreamReader in) {
    this.in = in;
  }

  /**
   * Reads a document.
   *
   * @throws MalformedXml when it is none, has a document type, or is beyond a limit
   */
  public static XmlElement read(byte[] document) throws MalformedXml {
    try {
      XMLStreamReader in = factory().createXMLStreamReader(new ByteArrayInputStream(document));
      try {
        return new XmlReader(in).root();
      } finally {
        in.close();
      }
    } catch (XMLStreamException | RuntimeException e) {
      // the parser says some of its complaints by runtime exceptions, such as an unknown encoding
      throw new MalformedXml(
          "not well-formed: " + e.getClass().getSimpleName()); // its message may cite a password
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    return factory;
  }

  private XmlElement root() throws XMLStreamException, MalformedXml {
    int event = in.next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      if (event == XMLStreamConstants.DTD) {
        throw new MalformedXml("a document type");
      }
      event = in.next();
    }
    XmlElement root = element(1);
    while (in.hasNext()) { // what stands behind it must be well-formed, too
      in.next();
    }
    return root;
  }

  /** The element on whose start the reader stands; afterwards it stands on its end. */
  private XmlElement element(int depth) throws XMLStreamException, MalformedXml {
    elements++;
    if (depth > MOST_DEPTH || elements > MOST_ELEMENTS) {
      throw new MalformedXml("too many elements");
    }
    String name = in.getLocalName();
    Map<String, String> attributes = attributes();
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int event = in.next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw new MalformedXml("an entity or something else without place here");
      }
      event = in.next();
    }
    return new XmlElement(name, attributes, List.copyOf(children), text.toString());
  }

  private Map<String, String> attributes() throws MalformedXml {
    int count = in.getAttributeCount();
    if (count + in.getNamespaceCount() > MOST_ATTRIBUTES) {
      throw new MalformedXml("too many attributes");
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < count; i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    return Map.copyOf(attributes);
  }
}
