package im.chrysalis.testkit;

import java.nio.charset.StandardCharsets;

/** Bytes kept as strings of one character a byte, so that patterns can be matched on them. */
final class Bytes {
  private Bytes() {}

  /** The bytes of a text in UTF-8. */
  static String ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static byte[] array(String bytes) {
    return bytes.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The bytes as a transcript would write them, on one line. */
  static String shown(String bytes) {
    var shown = new StringBuilder();
    for (int i = 0; i < bytes.length(); i++) {
      char b = bytes.charAt(i);
      switch (b) {
        case '\r' -> shown.append("\\r");
        case '\n' -> shown.append("\\n");
        case '\t' -> shown.append("\\t");
        case '\\' -> shown.append("\\\\");
        case '{' -> shown.append("\\{");
        case '}' -> shown.append("\\}");
        default -> {
          if (b >= ' ' && b < 0x7F) {
            shown.append(b);
          } else {
            shown.append("\\x%02X".formatted((int) b));
          }
        }
      }
    }
    return shown.toString();
  }

  /** The bytes as a transcript would write them below a command, a line each. */
  static String shownAsPayload(String bytes, String indent) {
    var shown = new StringBuilder();
    for (String line : bytes.split("\r\n", -1)) {
      shown.append('\n').append(line.isEmpty() ? "" : indent + shown(line));
    }
    return shown.toString();
  }
}
