package im.chrysalis.wire.payload;

import java.util.Optional;

/**
 * What somebody says.
 *
 * @param text what is said
 * @param format how it looks; MSNP2 has no such header
 * @see <a
 *     href="../../../../../../../../docs/protocol/messages.md#text">docs/protocol/messages.md</a>
 */
public record TextMessage(String text, Optional<TextFormat> format) {
  public static final String CONTENT_TYPE = "text/plain";

  /** The message that carries it. */
  public MimeMessage message() {
    MimeMessage message = MimeMessage.of(CONTENT_TYPE + "; charset=UTF-8").withBody(text);
    return format.map(it -> message.with(TextFormat.HEADER, it.value())).orElse(message);
  }

  /** The text in a message, or nothing when it is of another type. */
  public static Optional<TextMessage> of(MimeMessage message) {
    return message.contentType().equals(CONTENT_TYPE)
        ? Optional.of(
            new TextMessage(
                message.text(), message.header(TextFormat.HEADER).map(TextFormat::read)))
        : Optional.empty();
  }
}
