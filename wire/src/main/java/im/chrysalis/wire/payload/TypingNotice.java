package im.chrysalis.wire.payload;

import im.chrysalis.values.EmailAddress;
import java.util.Optional;

/**
 * Somebody is typing. Sent every four or five seconds while they do, and good for about six.
 *
 * @param who the one who types
 * @see <a
 *     href="../../../../../../../../docs/protocol/messages.md#typing">docs/protocol/messages.md</a>
 */
public record TypingNotice(EmailAddress who) {
  public static final String CONTENT_TYPE = "text/x-msmsgscontrol";

  private static final String TYPING_USER = "TypingUser";

  /** The message that carries it. Its body is one empty line. */
  public MimeMessage message() {
    return MimeMessage.of(CONTENT_TYPE).with(TYPING_USER, who.text()).withBody("\r\n");
  }

  /** The notice in a message, or nothing when it is of another type or names nobody. */
  public static Optional<TypingNotice> of(MimeMessage message) {
    return message.contentType().equals(CONTENT_TYPE)
        ? message.header(TYPING_USER).flatMap(EmailAddress::parse).map(TypingNotice::new)
        : Optional.empty();
  }
}
