package im.chrysalis.net.http.gateway;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What a session waits for, and until when: the answer that is held back or else the next request,
 * something its protocol expects, and a client that fetches what waits for it.
 */
final class Deadlines {
  private final LongSupplier nanos;
  private final Outbox output;
  private volatile long first;
  private long request;
  private long protocol;
  private boolean hasProtocol;

  Deadlines(LongSupplier nanos, Outbox output, Duration idle) {
    this.nanos = nanos;
    this.output = output;
    this.request = nanos.getAsLong() + idle.toNanos();
    this.first = request;
  }

  /** The first of all. Any thread. */
  long first() {
    return first;
  }

  void request(Duration within) {
    request = nanos.getAsLong() + within.toNanos();
    reckon();
  }

  void protocol(Duration within) {
    protocol = nanos.getAsLong() + within.toNanos();
    hasProtocol = true;
    reckon();
  }

  void noProtocol() {
    hasProtocol = false;
  }

  boolean requestIsOver() {
    return isOver(request);
  }

  boolean protocolIsOver() {
    return hasProtocol && isOver(protocol);
  }

  boolean patienceIsOver() {
    return output.isCongested() && isOver(output.patienceEnds());
  }

  private boolean isOver(long deadline) {
    return nanos.getAsLong() - deadline >= 0;
  }

  void reckon() {
    long earliest = request;
    if (hasProtocol) {
      earliest = earlier(earliest, protocol);
    }
    if (output.isCongested()) {
      earliest = earlier(earliest, output.patienceEnds());
    }
    first = earliest;
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }
}
