package im.chrysalis.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before connecting again. The wait doubles with each failure; between half of it
 * and all of it is left to chance, so that clients which lost a server together do not come back
 * together.
 *
 * @param first the longest wait after the first failure
 * @param longest what the wait never exceeds
 */
public record Backoff(Duration first, Duration longest) {
  /** Two seconds at first, a minute at most. */
  public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("waits from " + first + " to " + longest);
    }
  }

  /** The wait after so many failures in a row, at least one. */
  Duration after(int failures, RandomGenerator random) {
    long most = first.toMillis() << Math.min(failures - 1, 20);
    long wait = Math.max(2, Math.min(most, longest.toMillis()));
    return Duration.ofMillis(wait / 2 + random.nextLong(wait / 2 + 1));
  }
}
