package im.chrysalis.net.http;

import java.time.Duration;

/**
 * How much is borne of somebody who asks.
 *
 * @param head most bytes of a request line with all fields; beyond it the answer is 431
 * @param body most bytes of a body; beyond it the answer is 413
 * @param whole how long a request may take from its first byte to its last; then comes 408. The
 *     first byte of the first may be awaited as long; then the connection is closed
 * @param idle how long a connection may stay without another request; then it is closed. COMPAT
 *     libpurple keeps one for up to fifteen minutes, and does not notice that it was closed: what
 *     it asks for next is lost
 */
public record HttpLimits(int head, int body, Duration whole, Duration idle) {
  /** 16 KB, 1 MB, 60 seconds, 16 minutes. */
  public static final HttpLimits DEFAULT =
      new HttpLimits(16 * 1024, 1024 * 1024, Duration.ofSeconds(60), Duration.ofMinutes(16));
}
