package im.chrysalis.app.config;

/**
 * A value is not of the kind that a setting takes. The message goes on where the setting's name
 * ends: {@code must be a port from 0 to 65535, not "abc"}.
 */
public final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  Unfit(String message) {
    super(message, null, false, false);
  }

  /** It must be something else than it is. */
  static Unfit mustBe(String allowed, Object instead) {
    String shown = instead instanceof String text ? "\"" + text + "\"" : String.valueOf(instead);
    return new Unfit("must be " + allowed + ", not " + shown);
  }
}
