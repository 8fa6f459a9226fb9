package im.chrysalis.wire.payload;

import im.chrysalis.values.EmailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What waits for somebody, since MSNP11: XML on one line, in which no element may be empty.
 *
 * <pre>
 * &lt;MD&gt;&lt;E&gt;&lt;I&gt;0&lt;/I&gt;&lt;IU&gt;0&lt;/IU&gt;&lt;O&gt;0&lt;/O&gt;&lt;OU&gt;0&lt;/OU&gt;&lt;/E&gt;
 * &lt;Q&gt;&lt;QTM&gt;409600&lt;/QTM&gt;&lt;QNM&gt;204800&lt;/QNM&gt;&lt;/Q&gt;&lt;M&gt;...&lt;/M&gt;&lt;/MD&gt;
 * </pre>
 *
 * @param letters the offline messages, the oldest first
 * @see <a
 *     href="../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
public record MailData(List<Letter> letters) {
  /** The type of the message that says what waits for somebody who has just come. */
  public static final String INITIAL_TYPE = "text/x-msmsgsinitialmdatanotification";

  /** The type of the message that says that something has come. */
  public static final String ARRIVED_TYPE = "text/x-msmsgsoimnotification";

  /** How many offline messages are listed to somebody who has just come. */
  public static final int MAX_LISTED = 25;

  /** Stands for a longer list, which the client then fetches from the mail service. */
  public static final String TOO_LARGE = "too-large";

  private static final String HEADER = "Mail-Data";
  private static final String NO_MAIL = "<E><I>0</I><IU>0</IU><O>0</O><OU>0</OU></E>";
  private static final String QUOTA = "<Q><QTM>409600</QTM><QNM>204800</QNM></Q>";
  private static final String FOLDER = "00000000-0000-0000-0000-000000000009";
  private static final String ARRIVED_FOLDER = ".!!OIM";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * One offline message.
   *
   * @param id by which it is fetched and deleted
   * @param from who left it
   * @param name what the sender was called then
   * @param sent when it was left
   * @param size its bytes
   */
  public record Letter(UUID id, EmailAddress from, String name, Instant sent, int size) {
    private String xml(boolean arrived) {
      StringBuilder xml = new StringBuilder("<M><T>11</T><S>6</S>");
      if (!arrived) {
        xml.append("<RT>").append(TIME.format(sent)).append("</RT>");
      }
      return xml.append("<RS>0</RS><SZ>")
          .append(size)
          .append("</SZ><E>")
          .append(from) // an address has none of the characters that XML escapes
          .append("</E><I>")
          .append(id.toString().toUpperCase(Locale.ROOT))
          .append("</I><F>")
          .append(arrived ? ARRIVED_FOLDER : FOLDER)
          .append("</F><N>")
          .append(EncodedWord.of(name))
          .append("</N><SU> </SU></M>")
          .toString();
    }
  }

  public MailData {
    letters = List.copyOf(letters);
  }

  /** The whole list as the mail service gives it. */
  public String metadata() {
    return "<MD>" + QUOTA + xml(false) + "</MD>";
  }

  /** The message to a session that has just come; there is no mail besides. */
  public MimeMessage initial() {
    return message(
        INITIAL_TYPE,
        letters.size() > MAX_LISTED ? TOO_LARGE : "<MD>" + NO_MAIL + QUOTA + xml(false) + "</MD>");
  }

  /** The message to a session that was there when these came. */
  public MimeMessage arrived() {
    return message(ARRIVED_TYPE, "<MD>" + xml(true) + "</MD>");
  }

  private String xml(boolean arrived) {
    StringBuilder xml = new StringBuilder();
    letters.forEach(letter -> xml.append(letter.xml(arrived)));
    return xml.toString();
  }

  private static MimeMessage message(String type, String data) {
    // without the addresses of a mail site: there is none
    return MimeMessage.of(type + "; charset=UTF-8")
        .withBody(Headers.NONE.with(HEADER, data) + "\r\n");
  }
}
