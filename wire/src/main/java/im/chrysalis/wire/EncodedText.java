package im.chrysalis.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A word that carries text: percent-encoded, or raw bytes, or a mixture of both. It keeps the form
 * it came in, because clients compare an echo with what they sent.
 *
 * @param word the word as it stands on the line, one character a byte; no space, CR, LF or NUL
 * @see <a href="../../../../../../../docs/protocol/framing.md#text">docs/protocol/framing.md</a>
 */
public record EncodedText(String word) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** A word as it came. */
  public static EncodedText raw(String word) {
    return new EncodedText(word);
  }

  /**
   * Text in the form that every client understands: UTF-8, with everything but printable ASCII
   * encoded, and {@code %} too.
   */
  public static EncodedText of(String text) {
    return encode(text, false);
  }

  /** Text with all but letters and digits encoded, as MSNObjects are. */
  public static EncodedText strict(String text) {
    return encode(text, true);
  }

  /**
   * What it says. A {@code %} without two hex digits stands for itself, and so does a {@code +};
   * bytes that are not UTF-8 are taken for Windows-1252, which is what clients of 1999 send.
   */
  public String text() {
    if (isPlainAscii(word)) {
      return word;
    }
    return LooseText.of(decode(word));
  }

  /** How many bytes the word takes on the line. */
  public int length() {
    return word.length();
  }

  @Override
  public String toString() {
    return word;
  }

  private static boolean isPlainAscii(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '%' || c > 0x7E) {
        return false;
      }
    }
    return true;
  }

  private static byte[] decode(String word) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '%'
          && i + 2 < word.length()
          && HexFormat.isHexDigit(word.charAt(i + 1))
          && HexFormat.isHexDigit(word.charAt(i + 2))) {
        bytes.write(HexFormat.fromHexDigits(word, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }

  private static EncodedText encode(String text, boolean strict) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder word = new StringBuilder(bytes.length + 16);
    for (byte b : bytes) {
      int c = b & 0xFF;
      if (c <= ' ' || c >= 0x7F || c == '%' || (strict && !isLetterOrDigit(c))) {
        HEX.toHexDigits(word.append('%'), b);
      } else {
        word.append((char) c);
      }
    }
    return new EncodedText(word.toString());
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
