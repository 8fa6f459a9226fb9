package im.chrysalis.app.serve;

import im.chrysalis.domain.time.Timer;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.ThreadExecutorMap;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's own time. */
final class SystemTimer implements Timer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTimer.class);

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("timer").daemon().factory());

  SystemTimer() {
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Cancel after(Duration delay, Runnable what) {
    if (thread.isShutdown()) {
      return () -> {};
    }
    Future<?> coming = here().schedule(() -> run(what), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> coming.cancel(false);
  }

  /** The loop that calls: it counts its own time, and no other thread has to be woken for it. */
  private ScheduledExecutorService here() {
    EventExecutor loop = ThreadExecutorMap.currentExecutor();
    return loop == null || loop.isShuttingDown() ? thread : loop;
  }

  private static void run(Runnable what) {
    try {
      what.run();
    } catch (RuntimeException bug) {
      LOG.error("what was to happen later failed", bug);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
