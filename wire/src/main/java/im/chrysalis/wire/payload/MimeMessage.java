package im.chrysalis.wire.payload;

import im.chrysalis.wire.LooseText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.Headers.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A message: a head, an empty line, a body.
 *
 * <pre>
 * MIME-Version: 1.0
 * Content-Type: text/plain; charset=UTF-8
 *
 * Hello
 * </pre>
 *
 * @param headers the lines of the head
 * @param body whatever follows the empty line, binary for some types
 * @see <a href="../../../../../../../../docs/protocol/messages.md">docs/protocol/messages.md</a>
 */
public record MimeMessage(Headers headers, byte[] body) {
  private static final byte[] NO_BODY = new byte[0];

  /** A message of a type, with nothing in it yet. */
  public static MimeMessage of(String contentType) {
    return new MimeMessage(
        Headers.NONE.with("MIME-Version", "1.0").with("Content-Type", contentType), NO_BODY);
  }

  /** The same with one header more at the end. */
  public MimeMessage with(String name, String value) {
    return new MimeMessage(headers.with(name, value), body);
  }

  /** The same head with another body, written in UTF-8. */
  public MimeMessage withBody(String text) {
    return new MimeMessage(headers, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The value of the first header with the name, in either case. */
  public Optional<String> header(String name) {
    return headers.first(name);
  }

  /**
   * What the message is: {@code text/plain} and the like, in lower case and without parameters;
   * empty when it does not say.
   */
  public String contentType() {
    return headers.contentType();
  }

  /** The body as text. */
  public String text() {
    return LooseText.of(body);
  }

  /** The whole message as it goes over the wire. */
  public byte[] bytes() {
    byte[] head = (headers + "\r\n").getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  /**
   * Reads a message. Without an empty line, all of it is head.
   *
   * @throws MalformedCommand for a line of the head that is no header
   */
  public static MimeMessage read(byte[] bytes) throws MalformedCommand {
    List<Header> headers = new ArrayList<>();
    int body = Headers.readInto(headers, bytes, 0);
    return new MimeMessage(new Headers(headers), Arrays.copyOfRange(bytes, body, bytes.length));
  }
}
