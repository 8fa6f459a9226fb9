package im.chrysalis.terminal;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Names and texts are other people's: what a terminal would obey is shown as a question mark, and
 * so is what turns the direction of a line around. All that is printed comes through here.
 */
final class Harmless {
  private Harmless() {}

  /** The same text with the same styles; only {@code \n} and {@code \t} are let through. */
  static AttributedString text(AttributedString text) {
    AttributedStringBuilder shown = new AttributedStringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean kept = c == '\n' || c == '\t' || !obeyed(text, i);
      shown.style(text.styleAt(i)).append(kept ? c : '?');
    }
    return shown.toAttributedString();
  }

  static String text(String text) {
    return text(new AttributedString(text)).toString();
  }

  /** The same, on one line. */
  static AttributedString line(AttributedString text) {
    AttributedStringBuilder shown = new AttributedStringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == '\n' || c == '\t';
      shown.style(text.styleAt(i)).append(blank ? ' ' : obeyed(text, i) ? '?' : c);
    }
    return shown.toAttributedString();
  }

  static String line(String text) {
    return line(new AttributedString(text)).toString();
  }

  private static boolean obeyed(AttributedString text, int i) {
    char c = text.charAt(i);
    return Character.isISOControl(c)
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || (Character.isSurrogate(c) && !isPaired(text, i));
  }

  private static boolean isPaired(AttributedString text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
