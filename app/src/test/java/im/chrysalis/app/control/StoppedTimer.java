package im.chrysalis.app.control;

import im.chrysalis.domain.time.Timer;
import java.time.Duration;
import java.time.Instant;

/** Time that does not pass. */
final class StoppedTimer implements Timer {
  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public Cancel after(Duration delay, Runnable what) {
    return () -> {};
  }
}
