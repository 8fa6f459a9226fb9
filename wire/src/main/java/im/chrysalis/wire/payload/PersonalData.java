package im.chrysalis.wire.payload;

import im.chrysalis.values.PersonalMessage;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A personal message as {@code UUX} and {@code UBX} carry it.
 *
 * <pre>
 * &lt;Data>&lt;PSM>Back at five&lt;/PSM>&lt;CurrentMedia>&lt;/CurrentMedia>&lt;/Data>
 * </pre>
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/personal-message.md">docs/protocol/personal-message.md</a>
 */
public final class PersonalData {
  private static final int DEEPEST = 8;
  private static final byte[] NOTHING = new byte[0];
  private static final XMLInputFactory READERS = readers();

  private PersonalData() {}

  /** The payload that tells a message; empty when there is nothing to tell. */
  public static byte[] write(PersonalMessage message) {
    return message.isEmpty()
        ? NOTHING
        : ("<Data><PSM>"
                + escaped(message.text())
                + "</PSM><CurrentMedia>"
                + escaped(message.media())
                + "</CurrentMedia></Data>")
            .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What a payload tells; elements that are not known are passed over, missing ones are empty.
   *
   * @throws MalformedCommand when it is no XML, has a document type, or is nested more than {@value
   *     #DEEPEST} deep
   */
  public static PersonalMessage read(byte[] xml) throws MalformedCommand {
    if (xml.length == 0) {
      return PersonalMessage.NONE;
    }
    try {
      return read(READERS.createXMLStreamReader(new ByteArrayInputStream(xml)));
    } catch (XMLStreamException fault) {
      throw new MalformedCommand(Fault.SYNTAX, "a personal message that is no XML");
    }
  }

  private static PersonalMessage read(XMLStreamReader in)
      throws XMLStreamException, MalformedCommand {
    StringBuilder text = new StringBuilder();
    StringBuilder media = new StringBuilder();
    StringBuilder elsewhere = new StringBuilder();
    StringBuilder here = elsewhere;
    int depth = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEEPEST) {
            throw new MalformedCommand(Fault.LIMIT, "a personal message nested too deep");
          }
          here =
              switch (depth == 2 ? in.getLocalName() : "") {
                case "PSM" -> text;
                case "CurrentMedia" -> media;
                default -> elsewhere;
              };
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          here = elsewhere;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> here.append(in.getText());
        case XMLStreamConstants.DTD ->
            throw new MalformedCommand(Fault.SYNTAX, "a personal message with a document type");
        default -> {}
      }
    }
    return new PersonalMessage(text.toString(), media.toString());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
