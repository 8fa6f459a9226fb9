package im.chrysalis.client.web;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.Headers;
import im.chrysalis.wire.payload.MailData;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which offline messages wait, as a notice on the connection or the service tells it. Whatever else
 * waits, such as pages to a mobile, is passed over.
 *
 * @param ids by which they are fetched, in the order that they were told
 * @param isWhole false when there are too many for a notice, so that the service is to be asked
 */
public record WaitingMail(List<String> ids, boolean isWhole) {
  private static final String OFFLINE_MESSAGE = "11";
  private static final int MOST = 1000;

  public WaitingMail {
    ids = List.copyOf(ids);
  }

  /**
   * Reads a message of the server, if it is a notice about mail.
   *
   * @throws MalformedCommand when it is one, and its lines are none
   * @throws MalformedXml when it is one, and its list is none
   */
  public static Optional<WaitingMail> noticed(MimeMessage message)
      throws MalformedCommand, MalformedXml {
    Set<String> notices = Set.of(MailData.INITIAL_TYPE, MailData.ARRIVED_TYPE);
    if (!notices.contains(message.contentType())) {
      return Optional.empty();
    }
    String data = Headers.read(message.body()).first("Mail-Data").orElse("");
    return Optional.of(
        data.equals(MailData.TOO_LARGE)
            ? new WaitingMail(List.of(), false)
            : of(XmlReader.read(data.getBytes(StandardCharsets.UTF_8))));
  }

  /** Reads the answer to {@link MailWish#list}. */
  public static WaitingMail read(Element operation) {
    return operation.first("MD").map(WaitingMail::of).orElse(new WaitingMail(List.of(), true));
  }

  private static WaitingMail of(Element data) {
    return new WaitingMail(
        data.children("M").stream()
            .filter(it -> it.textAt("T").orElse(OFFLINE_MESSAGE).equals(OFFLINE_MESSAGE))
            .filter(it -> it.textAt("E").flatMap(EmailAddress::parse).isPresent())
            .flatMap(it -> it.textAt("I").stream())
            .distinct()
            .limit(MOST)
            .toList(),
        true);
  }
}
