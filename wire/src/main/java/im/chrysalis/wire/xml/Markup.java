package im.chrysalis.wire.xml;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of XML as it goes out, byte for byte. Anything else that is put into a {@link Template}
 * is text, and escaped.
 */
public record Markup(String xml) {
  /** No XML at all. */
  public static final Markup NONE = new Markup("");

  /** A text, escaped; what XML can't hold is left out, lest one name spoil a whole list. */
  public static Markup text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    escape(text, out);
    return new Markup(out.toString());
  }

  /** Pieces one behind the other. */
  public static Markup joined(Stream<Markup> pieces) {
    return new Markup(pieces.map(Markup::xml).collect(Collectors.joining()));
  }

  static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&apos;");
        case '\r' -> out.append("&#13;");
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else if (isAllowed(c)) {
            out.append(c);
          }
        }
      }
    }
  }

  private static boolean isAllowed(char c) {
    return c >= ' ' ? !Character.isSurrogate(c) && c < '\uFFFE' : c == '\t' || c == '\n';
  }
}
