package im.chrysalis.net;

import java.util.concurrent.atomic.AtomicLong;

/** The numbers of connections, one sequence for all kinds of them. */
public final class ConnectionNumber {
  private static final AtomicLong LAST = new AtomicLong();

  private ConnectionNumber() {}

  /** A number that no connection of this process had before. Any thread. */
  public static long next() {
    return LAST.incrementAndGet();
  }
}
