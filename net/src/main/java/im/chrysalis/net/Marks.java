package im.chrysalis.net;

import java.time.Duration;

/**
 * How much may wait to be sent to somebody who reads slowly.
 *
 * @param high above this many bytes a connection is congested
 * @param low below this many it is not any more
 * @param limit above this many it is closed at once
 * @param patience how long it may stay congested without taking a single byte
 */
public record Marks(int high, int low, int limit, Duration patience) {
  /** 64 KB, 32 KB, 1 MB, 30 seconds. */
  public static final Marks DEFAULT =
      new Marks(64 * 1024, 32 * 1024, 1024 * 1024, Duration.ofSeconds(30));
}
