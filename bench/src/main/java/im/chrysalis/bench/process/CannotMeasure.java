package im.chrysalis.bench.process;

/** This machine, or what is installed on it, does not allow a measurement; the message says why. */
public final class CannotMeasure extends Exception {
  public CannotMeasure(String message) {
    super(message);
  }

  public CannotMeasure(String message, Throwable cause) {
    super(message, cause);
  }
}
