package im.chrysalis.wire.payload;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reading and writing the small XML of payloads: no document types, no entities of one's own. */
public final class Xml {
  private static final XMLInputFactory READERS = readers();
  private static final int DEEPEST = 8;

  private Xml() {}

  /**
   * A reader of UTF-8. It is not given the bytes, since the JDK's tells the standard error output
   * of bytes that are none; nor a document type, on some of which it fails with no exception of
   * XML.
   *
   * @throws XMLStreamException for what is no UTF-8, and for a document type
   */
  public static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml)).toString();
    } catch (CharacterCodingException fault) {
      throw new XMLStreamException("no UTF-8", fault);
    }
    if (text.contains("<!DOCTYPE")) {
      throw new XMLStreamException("a document type");
    }
    return READERS.createXMLStreamReader(new StringReader(text));
  }

  /**
   * Goes on to the next element within the one that reading stands in; false at its end, which is
   * passed.
   *
   * @throws XMLStreamException also for text and for a document type
   */
  public static boolean nextElement(XMLStreamReader in) throws XMLStreamException {
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        case XMLStreamConstants.COMMENT,
            XMLStreamConstants.SPACE,
            XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> {
          if (!in.isWhiteSpace()) {
            throw new XMLStreamException("text where an element should be");
          }
        }
      }
    }
    return false;
  }

  /** The text of the element that reading stands in, its end passed; elements in it don't count. */
  public static String textOf(XMLStreamReader in) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new XMLStreamException("nested too deep");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (depth == 1) {
            text.append(in.getText());
          }
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XMLStreamException("an entity of one's own");
        default -> {}
      }
    }
    return text.toString();
  }

  /**
   * Reads on to the end of the whole, where nothing of meaning may follow.
   *
   * @throws XMLStreamException also for anything that does
   */
  public static void end(XMLStreamReader in) throws XMLStreamException {
    if (nextElement(in)) {
      throw new XMLStreamException("a second element");
    }
  }

  /**
   * Text between tags; a bare CR would be read as a LF. What may not stand in XML at all is left
   * out, because it would cost the reader the whole payload.
   */
  public static String text(String text) {
    return allowed(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }

  /** The value of an attribute, to stand between double quotes; bare line ends would be spaces. */
  public static String attribute(String text) {
    return text(text).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
  }

  private static String allowed(String text) {
    return text.codePoints().allMatch(Xml::isAllowed)
        ? text
        : text.codePoints()
            .filter(Xml::isAllowed)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isAllowed(int c) {
    return c >= ' '
        ? c < 0xD800 || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
        : c == '\t' || c == '\n' || c == '\r';
  }

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
