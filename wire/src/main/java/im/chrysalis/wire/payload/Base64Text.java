package im.chrysalis.wire.payload;

import im.chrysalis.wire.LooseText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Text in UTF-8 within base64 whose lines have at most 76 characters. */
final class Base64Text {
  private Base64Text() {}

  static String of(String text) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text, or nothing when it is no base64. White space and the like between is passed over. */
  static Optional<String> read(byte[] base64) {
    try {
      return Optional.of(LooseText.of(Base64.getMimeDecoder().decode(base64)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
