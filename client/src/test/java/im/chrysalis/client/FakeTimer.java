package im.chrysalis.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Time that passes when a test says so. */
final class FakeTimer {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final List<Coming> coming = new ArrayList<>();
  private long now;

  private record Coming(long at, Runnable task) {}

  /** The timer of one messenger. */
  Timer on(Executor turn) {
    return new Timer() {
      @Override
      public Task after(Duration time, Runnable task) {
        return put(time, () -> turn.execute(task));
      }

      @Override
      public long nanos() {
        synchronized (FakeTimer.this) {
          return now;
        }
      }
    };
  }

  private synchronized Timer.Task put(Duration time, Runnable task) {
    Coming place = new Coming(now + time.toNanos(), task);
    coming.add(place);
    notifyAll();
    return () -> {
      synchronized (this) {
        coming.remove(place);
      }
    };
  }

  /** Waits until something is to be done within a time, and lets that time pass. */
  void passWhenAwaited(Duration time) throws InterruptedException {
    List<Coming> due;
    synchronized (this) {
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (coming.stream().noneMatch(it -> it.at() <= now + time.toNanos())) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          throw new AssertionError("nothing is to be done within " + time);
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      now += time.toNanos();
      due =
          coming.stream()
              .filter(it -> it.at() <= now)
              .sorted(Comparator.comparingLong(Coming::at))
              .toList();
      coming.removeAll(due);
    }
    due.forEach(it -> it.task().run());
  }
}
