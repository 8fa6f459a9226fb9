package im.chrysalis.wire.xml;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
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
 * ever fetched; limits in every direction.
 */
public final class XmlReader {
  /** How many bytes a document may have. */
  public static final int MOST_BYTES = 1 << 20;

  /** How many elements may be within each other. */
  public static final int MOST_DEPTH = 32;

  /** How many elements a document may have. */
  public static final int MOST_ELEMENTS = 50_000;

  /** How many bytes an answer may have that was asked for: whole lists come at once. */
  public static final int MOST_ANSWER_BYTES = 8 << 20;

  private static final int MOST_ANSWER_ELEMENTS = 400_000;

  /** How many attributes and namespaces an element may have. */
  public static final int MOST_ATTRIBUTES = 64;

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader in;
  private final int mostElements;
  private int elements;

  private XmlReader(XMLStreamReader in, int mostElements) {
    this.in = in;
    this.mostElements = mostElements;
  }

  /**
   * Reads a document in the encoding that it names.
   *
   * @throws MalformedXml when it is none, has a document type, or is beyond a limit
   */
  public static Element read(byte[] document) throws MalformedXml {
    limit(document, MOST_BYTES);
    return read(Encoding.decoded(document), true, MOST_ELEMENTS);
  }

  /**
   * Reads the answer of somebody who was asked, which may be longer.
   *
   * @throws MalformedXml as {@link #read} does
   */
  public static Element readAnswer(byte[] document) throws MalformedXml {
    limit(document, MOST_ANSWER_BYTES);
    return read(Encoding.decoded(document), true, MOST_ANSWER_ELEMENTS);
  }

  /**
   * Reads what careless clients send: UTF-8, whatever the document says of itself. What is no UTF-8
   * becomes U+FFFD, and what stands behind the root element is not looked at.
   *
   * @throws MalformedXml when it is no XML, has a document type, or is beyond a limit
   */
  public static Element readLeniently(byte[] document) throws MalformedXml {
    limit(document, MOST_BYTES);
    return read(
        Encoding.withoutMark(new String(document, StandardCharsets.UTF_8)), false, MOST_ELEMENTS);
  }

  private static void limit(byte[] document, int bytes) throws MalformedXml {
    if (document.length > bytes) {
      throw new MalformedXml("more than " + bytes + " bytes");
    }
  }

  /** The parser never gets bytes: of those it can't decode it tells the standard error output. */
  private static Element read(String document, boolean whole, int mostElements)
      throws MalformedXml {
    if (document.contains("<!DOCTYPE")) {
      throw new MalformedXml("a document type");
    }
    try {
      XMLStreamReader in = FACTORY.createXMLStreamReader(new StringReader(document));
      try {
        return new XmlReader(in, mostElements).root(whole);
      } finally {
        in.close();
      }
    } catch (XMLStreamException | RuntimeException e) { // the parser throws either
      // without its message, which may cite a password
      throw new MalformedXml("not well-formed: " + e.getClass().getSimpleName());
    }
  }

  private Element root(boolean whole) throws XMLStreamException, MalformedXml {
    int event = in.next();
    while (event != XMLStreamConstants.START_ELEMENT) {
      event = in.next();
    }
    Element root = element(1);
    while (whole && in.hasNext()) { // what stands behind it must be well-formed, too
      in.next();
    }
    return root;
  }

  /** The element on whose start the reader stands; afterwards it stands on its end. */
  private Element element(int depth) throws XMLStreamException, MalformedXml {
    elements++;
    if (depth > MOST_DEPTH || elements > mostElements) {
      throw new MalformedXml("too many elements");
    }
    String name = in.getLocalName();
    String namespace = in.getNamespaceURI();
    Map<String, String> attributes = attributes();
    List<Element> children = new ArrayList<>(0);
    StringBuilder text = new StringBuilder(0);
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
    return new Element(
        name,
        namespace == null ? "" : namespace,
        attributes,
        List.copyOf(children),
        text.toString());
  }

  private Map<String, String> attributes() throws MalformedXml {
    int count = in.getAttributeCount();
    if (count + in.getNamespaceCount() > MOST_ATTRIBUTES) {
      throw new MalformedXml("too many attributes");
    }
    if (count == 0) {
      return Map.of();
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < count; i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    return Map.copyOf(attributes);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((_, _, _, _) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    return factory;
  }
}
