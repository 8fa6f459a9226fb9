package im.chrysalis.client;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Real time. One thread serves all messengers of a process; it only hands tasks over. */
record SystemTimer(Executor turn) implements Timer {
  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  @Override
  public Task after(Duration time, Runnable task) {
    AtomicBoolean cancelled = new AtomicBoolean();
    // a task that waits for its turn already must not run either once it is cancelled
    Runnable ifWanted =
        () -> {
          if (!cancelled.get()) {
            task.run();
          }
        };
    ScheduledFuture<?> coming =
        CLOCK.schedule(() -> turn.execute(ifWanted), time.toNanos(), TimeUnit.NANOSECONDS);
    return () -> {
      cancelled.set(true);
      coming.cancel(false);
    };
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("messenger-clock").factory());
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }
}
