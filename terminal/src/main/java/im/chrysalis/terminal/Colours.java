package im.chrysalis.terminal;

import im.chrysalis.values.Status;
import org.jline.utils.AttributedStyle;

/** How things look in the terminal. */
final class Colours {
  static final AttributedStyle QUIET = AttributedStyle.DEFAULT.faint();
  static final AttributedStyle NAME = AttributedStyle.BOLD;
  static final AttributedStyle MY_NAME = AttributedStyle.BOLD.foreground(AttributedStyle.CYAN);
  static final AttributedStyle THEIR_NAME =
      AttributedStyle.BOLD.foreground(AttributedStyle.MAGENTA);
  static final AttributedStyle WRONG = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
  static final AttributedStyle UNREAD = AttributedStyle.BOLD.foreground(AttributedStyle.YELLOW);
  static final AttributedStyle BAR = AttributedStyle.DEFAULT.inverse();
  static final AttributedStyle FRONT = AttributedStyle.BOLD;
  static final AttributedStyle BAR_UNREAD = BAR.bold().background(AttributedStyle.YELLOW);

  private Colours() {}

  /** Green is there, red is busy, yellow is away, grey is not there. */
  static AttributedStyle of(Status status) {
    return switch (status) {
      case HIDDEN, OFFLINE -> QUIET;
      default -> AttributedStyle.DEFAULT.foreground(colour(status));
    };
  }

  /** The same on a bar, whose foreground is behind. */
  static AttributedStyle inBar(Status status) {
    return BAR.background(colour(status));
  }

  private static int colour(Status status) {
    return switch (status) {
      case ONLINE -> AttributedStyle.GREEN;
      case BUSY, ON_THE_PHONE -> AttributedStyle.RED;
      case IDLE, BE_RIGHT_BACK, AWAY, OUT_TO_LUNCH -> AttributedStyle.YELLOW;
      case HIDDEN, OFFLINE -> AttributedStyle.BLACK;
    };
  }

  /** What a status says of somebody: {@code is busy}. */
  static String predicate(Status status) {
    return status == Status.BE_RIGHT_BACK ? "will be right back" : "is " + words(status);
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
}
