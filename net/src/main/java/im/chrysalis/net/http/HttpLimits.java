package im.chrysalis.net.http;

import java.time.Duration;

/**
 * How much is borne of somebody who asks.
 *
 * @param head most bytes of a request line with all fields; beyond it the answer is 431
 * @param body most bytes of a body; beyond it the answer is 413
 * @param whole how long a request may take from its first byte to its last; then comes 408
 * @param idle how long a connection may stay without a request; then it is closed
 */
public record HttpLimits(int head, int body, Duration whole, Duration idle) {
  /** 16 KB, 1 MB, 60 seconds, 60 seconds. */
  public static final HttpLimits DEFAULT =
      new HttpLimits(16 * 1024, 1024 * 1024, Duration.ofSeconds(60), Duration.ofSeconds(60));
}
