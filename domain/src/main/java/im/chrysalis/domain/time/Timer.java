package im.chrysalis.domain.time;

import java.time.Duration;
import java.time.Instant;

/** The port to the clock. */
public interface Timer {
  Instant now();

  /**
   * Runs something once, later, on a thread that must not be held up.
   *
   * @return takes it back, if it has not run yet
   */
  Cancel after(Duration delay, Runnable what);

  /** Takes back what was to happen. */
  @FunctionalInterface
  interface Cancel {
    void cancel();
  }
}
