package im.chrysalis.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.WCWidth;

/** Fits texts into columns. A character may take none, one or two of them. */
final class Wrapped {
  private Wrapped() {}

  /** The lines of a text, none wider than a width of at least 2; broken between words if it can. */
  static List<AttributedString> lines(AttributedString text, int width) {
    List<AttributedString> lines = new ArrayList<>();
    int start = 0;
    int columns = 0;
    int space = -1;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      char c = text.charAt(i);
      if (c == '\n') {
        lines.add(text.subSequence(start, i));
        start = i + 1;
        columns = 0;
        space = -1;
        continue;
      }
      int wide = Math.max(0, WCWidth.wcwidth(text.codePointAt(i)));
      if (columns + wide > width) {
        int end = c == ' ' ? i : space > start ? space : i;
        lines.add(text.subSequence(start, end));
        start = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        columns = start > i ? -wide : width(text.subSequence(start, i));
        space = -1;
      }
      if (c == ' ') {
        space = i;
      }
      columns += wide;
    }
    lines.add(text.subSequence(Math.min(start, text.length()), text.length()));
    return lines;
  }

  /** How many columns a text takes. */
  static int width(AttributedString text) {
    int columns = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      columns += Math.max(0, WCWidth.wcwidth(text.codePointAt(i)));
    }
    return columns;
  }

  static int width(String text) {
    return width(new AttributedString(text));
  }

  /** As much of the beginning as has room. */
  static AttributedString cut(AttributedString text, int width) {
    int columns = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      columns += Math.max(0, WCWidth.wcwidth(text.codePointAt(i)));
      if (columns > width) {
        return text.subSequence(0, i);
      }
    }
    return text;
  }

  /** As much as has room; an ellipsis tells that there is more. */
  static String shortened(String text, int width) {
    return width(text) <= width
        ? text
        : cut(new AttributedString(text), Math.max(0, width - 1)) + (width > 0 ? "…" : "");
  }

  /** Cut or filled with blanks to exactly a width. */
  static AttributedString fit(AttributedString text, int width, AttributedStyle filling) {
    AttributedString cut = cut(text, width);
    return new AttributedStringBuilder()
        .append(cut)
        .styled(filling, " ".repeat(Math.max(0, width - width(cut))))
        .toAttributedString();
  }
}
