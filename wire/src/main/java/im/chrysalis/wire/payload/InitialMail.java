package im.chrysalis.wire.payload;

import im.chrysalis.wire.MalformedCommand;
import java.util.Optional;

/**
 * How much mail waits for the one who has just signed in, and where to read it. MSNP3 to 10.
 *
 * @param inboxUnread letters in the inbox that were not read
 * @param foldersUnread and in all other folders
 * @param inboxUrl where the inbox is, within the site
 * @param foldersUrl where the folders are
 * @param postUrl where to sign in to the site
 * @see <a
 *     href="../../../../../../../../docs/protocol/messages.md#mail">docs/protocol/messages.md</a>
 */
public record InitialMail(
    long inboxUnread, long foldersUnread, String inboxUrl, String foldersUrl, String postUrl) {
  public static final String CONTENT_TYPE = "text/x-msmsgsinitialemailnotification";

  /** The message that carries it. */
  public MimeMessage message() {
    return MimeMessage.of(CONTENT_TYPE + "; charset=UTF-8")
        .withBody(
            Headers.NONE
                .with("Inbox-Unread", Long.toString(inboxUnread))
                .with("Folders-Unread", Long.toString(foldersUnread))
                .with("Inbox-URL", inboxUrl)
                .with("Folders-URL", foldersUrl)
                .with("Post-URL", postUrl)
                .toString());
  }

  /**
   * The notice in a message, or nothing when it is of another type.
   *
   * @throws MalformedCommand when the body is not made of headers, or a count is no number
   */
  public static Optional<InitialMail> of(MimeMessage message) throws MalformedCommand {
    if (!message.contentType().equals(CONTENT_TYPE)) {
      return Optional.empty();
    }
    Headers body = Headers.read(message.body());
    return Optional.of(
        new InitialMail(
            body.number("Inbox-Unread"),
            body.number("Folders-Unread"),
            body.first("Inbox-URL").orElse(""),
            body.first("Folders-URL").orElse(""),
            body.first("Post-URL").orElse("")));
  }
}
