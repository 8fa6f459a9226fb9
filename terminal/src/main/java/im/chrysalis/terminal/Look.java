package im.chrysalis.terminal;

import im.chrysalis.values.Status;
import java.nio.charset.Charset;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * What a terminal can show.
 *
 * @param colours whether it has colours, and the person wants them (no-color.org)
 * @param signs whether it has more than the characters of ASCII
 */
record Look(boolean colours, boolean signs) {
  private static final String SIGNS = "●○⊘┊┄…✗↵";
  private static final String ASCII = "*ox|-.!/";

  static Look of(Charset charset, Map<String, String> environment) {
    return new Look(
        environment.getOrDefault("NO_COLOR", "").isEmpty(), charset.newEncoder().canEncode('●'));
  }

  /** No colours, whatever the person wants. */
  static Look plain(Charset charset) {
    return new Look(false, charset.newEncoder().canEncode('●'));
  }

  /** A line as this terminal can show it, with nothing in it that a terminal would obey. */
  AttributedString of(AttributedString line) {
    AttributedString harmless = Harmless.line(line);
    AttributedStringBuilder shown = new AttributedStringBuilder(harmless.length());
    for (int i = 0; i < harmless.length(); i++) {
      AttributedStyle style = harmless.styleAt(i);
      shown.style(colours ? style : style.foregroundOff().backgroundOff());
      int sign = signs ? -1 : SIGNS.indexOf(harmless.charAt(i));
      shown.append(sign < 0 ? harmless.charAt(i) : ASCII.charAt(sign));
    }
    return shown.toAttributedString();
  }

  /** The sign before a name. */
  static String sign(Status status) {
    return status.isSeen() ? "●" : "○";
  }
}
