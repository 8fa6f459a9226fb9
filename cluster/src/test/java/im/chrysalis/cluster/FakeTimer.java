package im.chrysalis.cluster;

import im.chrysalis.domain.time.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Time that passes when it is told to. Any thread. */
public final class FakeTimer implements Timer {
  private final Queue<Coming> coming =
      new PriorityQueue<>(Comparator.comparing(Coming::when).thenComparingLong(Coming::order));
  private Instant now = Instant.parse("2001-10-25T12:00:00Z");
  private long orders;

  private record Coming(Instant when, long order, Runnable what) {}

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Cancel after(Duration delay, Runnable what) {
    Coming entry = new Coming(now.plus(delay), orders++, what);
    coming.add(entry);
    return () -> cancel(entry);
  }

  private synchronized void cancel(Coming entry) {
    coming.remove(entry);
  }

  /** Lets time pass, and everything happen that was due by then, in its order. */
  public void pass(Duration time) {
    Instant until = now().plus(time);
    for (Runnable due = nextDue(until); due != null; due = nextDue(until)) {
      due.run();
    }
  }

  private synchronized @Nullable Runnable nextDue(Instant until) {
    Coming next = coming.peek();
    if (next == null || next.when().isAfter(until)) {
      now = until;
      return null;
    }
    now = next.when();
    coming.remove();
    return next.what();
  }
}
