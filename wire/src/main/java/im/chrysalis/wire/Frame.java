package im.chrysalis.wire;

import java.nio.charset.StandardCharsets;

/**
 * One whole command as it came: the words of its line and the bytes behind it.
 *
 * @param words the line
 * @param payload empty for commands without one
 */
public record Frame(Words words, byte[] payload) {
  /** A command without a payload. */
  public static Frame of(Words words) {
    return new Frame(words, new byte[0]);
  }

  /** The payload's bytes as characters, one a byte. */
  public String payloadText() {
    return new String(payload, StandardCharsets.ISO_8859_1);
  }
}
