package im.chrysalis.client;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs things one at a time and in order, on a virtual thread that lives while there are any. */
final class Serial implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(Serial.class);

  private final String name;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger left = new AtomicInteger();
  private volatile @Nullable Thread current;

  Serial(String name) {
    this.name = name;
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
    if (left.getAndIncrement() == 0) {
      Thread.ofVirtual().name(name).start(this::run);
    }
  }

  /** Whether the calling thread is the one that runs things now. */
  boolean isCurrent() {
    return Thread.currentThread().equals(current);
  }

  private void run() {
    current = Thread.currentThread();
    do {
      Runnable task = waiting.remove();
      try {
        task.run();
      } catch (RuntimeException bug) {
        LOG.error("thread={} failed", name, bug);
      }
    } while (left.decrementAndGet() > 0);
  }
}
