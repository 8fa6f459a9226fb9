package im.chrysalis.wire.payload;

import im.chrysalis.wire.MalformedCommand;
import java.util.Optional;

/**
 * Mail has been moved from one folder to another, by this client or by another one of the same
 * person.
 *
 * @param from the folder it was in
 * @param to the folder it is in now
 * @param count how many letters
 * @see <a
 *     href="../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
public record MailMoved(String from, String to, long count) {
  public static final String CONTENT_TYPE = "text/x-msmsgsactivemailnotification";

  /** Offline messages that were fetched and deleted. */
  public static MailMoved offlineMessagesTaken(int count) {
    return new MailMoved(".!!OIM", ".!!trAsH", count);
  }

  /** The message that carries it. */
  public MimeMessage message() {
    return MimeMessage.of(CONTENT_TYPE + "; charset=UTF-8")
        .withBody(
            Headers.NONE
                .with("Src-Folder", from)
                .with("Dest-Folder", to)
                .with("Message-Delta", Long.toString(count))
                .toString());
  }

  /**
   * The notice in a message, or nothing when it is of another type.
   *
   * @throws MalformedCommand when the body is not made of headers, or the count is no number
   */
  public static Optional<MailMoved> of(MimeMessage message) throws MalformedCommand {
    if (!message.contentType().equals(CONTENT_TYPE)) {
      return Optional.empty();
    }
    Headers body = Headers.read(message.body());
    return Optional.of(
        new MailMoved(
            body.first("Src-Folder").orElse(""),
            body.first("Dest-Folder").orElse(""),
            body.number("Message-Delta")));
  }
}
