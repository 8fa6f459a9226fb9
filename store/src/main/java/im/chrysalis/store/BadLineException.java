package im.chrysalis.store;

/** A line of an import can't be used. */
final class BadLineException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String why;

  BadLineException(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  /** For people: without capital and full stop. */
  String why() {
    return why;
  }
}
