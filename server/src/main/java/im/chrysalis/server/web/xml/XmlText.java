package im.chrysalis.server.web.xml;

/** Text as it stands in XML. */
public final class XmlText {
  private XmlText() {}

  /**
   * Text fit for an element and for an attribute in either kind of quotes. Characters that XML does
   * not know are left out.
   */
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().filter(XmlText::isKnown).forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&apos;");
      default -> out.appendCodePoint(c);
    }
  }

  private static boolean isKnown(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
