package im.chrysalis.terminal;

import im.chrysalis.values.Status;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** How things look in the terminal. */
final class Colours {
  static final AttributedStyle QUIET = AttributedStyle.DEFAULT.faint();
  static final AttributedStyle NAME = AttributedStyle.BOLD;
  static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

  private Colours() {}

  /** Green is there, red is busy, yellow is away, grey is not there. */
  static AttributedStyle of(Status status) {
    return switch (status) {
      case ONLINE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN);
      case BUSY, ON_THE_PHONE -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
      case IDLE, BE_RIGHT_BACK, AWAY, OUT_TO_LUNCH ->
          AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW);
      case HIDDEN, OFFLINE -> QUIET;
    };
  }

  static String words(Status status) {
    return switch (status) {
      case ONLINE -> "online";
      case BUSY -> "busy";
      case IDLE -> "idle";
      case BE_RIGHT_BACK -> "be right back";
      case AWAY -> "away";
      case ON_THE_PHONE -> "on the phone";
      case OUT_TO_LUNCH -> "out to lunch";
      case HIDDEN -> "appears offline";
      case OFFLINE -> "offline";
    };
  }

  /** A dot and a text in the colour of the status. */
  static AttributedString marked(Status status, String text) {
    return new AttributedStringBuilder()
        .styled(of(status), status.isSeen() ? "● " : "○ ")
        .append(text)
        .toAttributedString();
  }
}
