package im.chrysalis.wire.payload;

import im.chrysalis.wire.MalformedCommand;
import java.util.Optional;

/**
 * The server will shut down soon.
 *
 * @param minutes how soon
 * @see <a
 *     href="../../../../../../../../docs/protocol/messages.md#shutdown">docs/protocol/messages.md</a>
 */
public record ShutdownNotice(long minutes) {
  public static final String CONTENT_TYPE = "application/x-msmsgssystemmessage";

  /** The message that carries it. */
  public MimeMessage message() {
    return MimeMessage.of(CONTENT_TYPE + "; charset=UTF-8")
        .withBody(Headers.NONE.with("Type", "1").with("Arg1", Long.toString(minutes)).toString());
  }

  /**
   * The notice in a message, or nothing when it is of another type.
   *
   * @throws MalformedCommand when the body is not made of headers, or the minutes are no number
   */
  public static Optional<ShutdownNotice> of(MimeMessage message) throws MalformedCommand {
    if (!message.contentType().equals(CONTENT_TYPE)) {
      return Optional.empty();
    }
    Headers body = Headers.read(message.body());
    return body.number("Type") == 1
        ? Optional.of(new ShutdownNotice(body.number("Arg1")))
        : Optional.empty();
  }
}
