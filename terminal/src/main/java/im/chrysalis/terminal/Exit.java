package im.chrysalis.terminal;

import im.chrysalis.client.Failure;

/** With which number the messenger ends, so that scripts know what happened. */
enum Exit {
  DONE(0),
  /** Something that has no number of its own. */
  FAILED(1),
  USAGE(2),
  WRONG_PASSWORD(3),
  UNREACHABLE(4),
  RECIPIENT_OFFLINE(5);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Exit of(Failure why) {
    return switch (why) {
      case Failure.WrongPassword _ -> WRONG_PASSWORD;
      case Failure.Unreachable _, Failure.Untrusted _ -> UNREACHABLE;
      case Failure.RecipientOffline _ -> RECIPIENT_OFFLINE;
      default -> FAILED;
    };
  }
}
