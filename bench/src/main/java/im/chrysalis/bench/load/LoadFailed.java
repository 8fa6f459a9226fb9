package im.chrysalis.bench.load;

/** The measured program did not answer as it must; the message says who expected what. */
public final class LoadFailed extends Exception {
  public LoadFailed(String message) {
    super(message);
  }
}
