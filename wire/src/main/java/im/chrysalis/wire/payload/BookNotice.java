package im.chrysalis.wire.payload;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Guid;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An address book was changed by another client, so that this one is to read it again. It is an
 * alert ({@code NOT}) in whose body a second document stands as text:
 *
 * <pre>
 * &lt;NOTIFICATION id="0" siteid="45705" siteurl="http://contacts.msn.com">
 *   &lt;TO pid="0x0000002A:0x00000000" name="anna@example.com">&lt;VIA agent="messenger"/>&lt;/TO>
 *   &lt;MSG id="0">&lt;SUBSCR url="s.htm"/>&lt;ACTION url="a.htm"/>&lt;BODY>...&lt;/BODY>&lt;/MSG>
 * &lt;/NOTIFICATION>
 *
 * &lt;NotificationData>&lt;Service>ABCHInternal&lt;/Service>&lt;CID>42&lt;/CID>
 *   &lt;LastModifiedDate>2005-04-22T17:00:00.0270000-07:00&lt;/LastModifiedDate>
 *   &lt;HasNewItem>false&lt;/HasNewItem>&lt;/NotificationData>
 * </pre>
 *
 * @param owner of the book, whose client is told
 * @param cid the owner's number
 * @param lastModified the stamp of the book, as the book itself says it; empty when it is not said
 * @param circle the book of a circle instead of the owner's own
 * @see <a
 *     href="../../../../../../../../docs/protocol/address-book.md#elsewhere">docs/protocol/address-book.md</a>
 */
public record BookNotice(EmailAddress owner, long cid, String lastModified, Optional<UUID> circle) {
  private static final String SITE = "45705";
  private static final String FIRST = "0";
  private static final String AGENT = "messenger";
  private static final String SERVICE = "ABCHInternal";
  private static final String NAMESPACES =
      " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

  /** The owner's own book was changed. */
  public static BookNotice of(EmailAddress owner, long cid, String lastModified) {
    return new BookNotice(owner, cid, lastModified, Optional.empty());
  }

  /** The payload. COMPAT MSNPSharp, papyon: they do nothing if any of the fixed words differs. */
  public String xml() {
    HexFormat hex = HexFormat.of().withUpperCase();
    return "<NOTIFICATION id=\"0\" siteid=\"45705\" siteurl=\"http://contacts.msn.com\"><TO pid=\"0x"
        + hex.toHexDigits((int) cid)
        + ":0x"
        + hex.toHexDigits((int) (cid >>> 32))
        + "\" name=\""
        + Xml.attribute(owner.text())
        + "\"><VIA agent=\"messenger\"/></TO>"
        + "<MSG id=\"0\"><SUBSCR url=\"s.htm\"/><ACTION url=\"a.htm\"/><BODY>"
        + Xml.text(data())
        + "</BODY></MSG></NOTIFICATION>";
  }

  /** COMPAT MSNPSharp: with a service it does not look for a circle. */
  private String data() {
    return "<NotificationData"
        + NAMESPACES
        + ">"
        + circle
            .map(id -> element("CircleId", id.toString()))
            .orElseGet(() -> element("Service", SERVICE))
        + element("CID", Long.toString(cid))
        + element("LastModifiedDate", Xml.text(lastModified))
        // COMPAT Digsby: it looks at a circle only if something is new in it
        + element("HasNewItem", Boolean.toString(circle.isPresent()))
        + "</NotificationData>";
  }

  private static String element(String name, String text) {
    return "<" + name + ">" + text + "</" + name + ">";
  }

  /**
   * The notice in an alert, or nothing when it is of another kind.
   *
   * @throws MalformedCommand for what is no XML, and for a notice that does not say whose book
   */
  public static Optional<BookNotice> of(byte[] alert) throws MalformedCommand {
    try {
      Envelope envelope = Envelope.read(Xml.reader(alert));
      return envelope.isOfBooks() ? read(envelope) : Optional.empty();
    } catch (XMLStreamException fault) {
      throw new MalformedCommand(Fault.SYNTAX, "no such alert");
    }
  }

  private static Optional<BookNotice> read(Envelope envelope)
      throws XMLStreamException, MalformedCommand {
    Map<String, String> data = data(envelope.body());
    Optional<UUID> circle = Optional.ofNullable(data.get("CircleId")).flatMap(Guid::parse);
    if (!SERVICE.equals(data.get("Service")) && circle.isEmpty()) {
      return Optional.empty();
    }
    EmailAddress owner =
        EmailAddress.parse(envelope.to())
            .orElseThrow(() -> new MalformedCommand(Fault.SYNTAX, "an alert to nobody"));
    return Optional.of(
        new BookNotice(
            owner,
            number(data.getOrDefault("CID", "0")),
            data.getOrDefault("LastModifiedDate", ""),
            circle));
  }

  /** The elements of the inner document, by their names. */
  private static Map<String, String> data(String text) throws XMLStreamException {
    XMLStreamReader in = Xml.reader(text.strip().getBytes(StandardCharsets.UTF_8));
    Map<String, String> data = new HashMap<>();
    if (Xml.nextElement(in) && in.getLocalName().equals("NotificationData")) {
      while (Xml.nextElement(in)) {
        String name = in.getLocalName();
        data.put(name, Xml.textOf(in).strip());
      }
    }
    return data;
  }

  private static long number(String cid) throws MalformedCommand {
    try {
      return Long.parseLong(cid);
    } catch (NumberFormatException notOne) {
      throw new MalformedCommand(Fault.SYNTAX, "CID is no number");
    }
  }

  /** The words of an alert by which clients know what it is. */
  private static final class Envelope {
    private final Map<String, String> words = new HashMap<>();

    static Envelope read(XMLStreamReader in) throws XMLStreamException {
      Envelope envelope = new Envelope();
      if (!Xml.nextElement(in)) {
        throw new XMLStreamException("no element");
      }
      envelope.take(in);
      envelope.takeAll(in);
      Xml.end(in);
      return envelope;
    }

    private void takeAll(XMLStreamReader in) throws XMLStreamException {
      while (Xml.nextElement(in)) {
        String name = in.getLocalName();
        take(in);
        switch (name) {
          case "TO", "MSG" -> takeAll(in);
          default -> words.put(name, Xml.textOf(in));
        }
      }
    }

    private void take(XMLStreamReader in) {
      for (int i = 0; i < in.getAttributeCount(); i++) {
        words.put(in.getLocalName() + " " + in.getAttributeLocalName(i), in.getAttributeValue(i));
      }
    }

    boolean isOfBooks() {
      return is("NOTIFICATION siteid", SITE)
          && is("NOTIFICATION id", FIRST)
          && is("MSG id", FIRST)
          && is("VIA agent", AGENT)
          && !body().isBlank();
    }

    private boolean is(String word, String value) {
      return value.equals(words.get(word));
    }

    String to() {
      return words.getOrDefault("TO name", "");
    }

    String body() {
      return words.getOrDefault("BODY", "");
    }
  }
}
