package im.chrysalis.store;

import im.chrysalis.store.Database.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Joins what is queued into one transaction, so that many changes share
 * one wait for the disk. When a transaction fails, its changes are tried again one by one, so that
 * a change which can't be stored fails alone.
 *
 * <p>Answers are given by a thread of their own, in order: whoever waits for a change may go on
 * there for a while without holding up the next transaction.
 */
final class Writer implements AutoCloseable {
  private static final int MOST_JOINED = 1000;

  private final Database database;
  private final StoreObserver observer;
  // Unbounded: persons hand over one change at a time and wait for it, as do all others.
  private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final ExecutorService answers =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("store-answers").factory());
  private final Job<Boolean> end = new Job<>(_ -> true, _ -> {}, Runnable::run);
  private final Thread thread;
  private final Alterations alterations = new Alterations();
  private boolean closed;

  Writer(Database database, StoreObserver observer) {
    this.database = database;
    this.observer = observer;
    this.thread = Thread.ofPlatform().name("store-writer").start(this::run);
  }

  /** Queues work; done once it is on disk. */
  <T> CompletableFuture<T> submit(Work<T> work) {
    return submit(work, _ -> {});
  }

  /**
   * Queues work; done once it is on disk and that has been told.
   *
   * @param announcement tells of it: called for one piece of work after the other, in the order in
   *     which they were done. Must return at once
   */
  <T> CompletableFuture<T> submit(Work<T> work, Consumer<T> announcement) {
    return queue(new Job<>(work, announcement, answers));
  }

  /** Does work and waits until it is on disk. */
  <T> T call(Work<T> work) {
    try {
      return queue(new Job<>(work, _ -> {}, Runnable::run)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StoreException known) {
        throw known;
      }
      throw new StoreException("The store could not write: " + e.getCause(), e);
    }
  }

  /** What transactions that are on disk have altered; counted before anybody hears of them. */
  Alterations alterations() {
    return alterations;
  }

  /** How many pieces of work wait. */
  int waiting() {
    return queue.size();
  }

  /** Does what is queued, then stops. */
  @Override
  public void close() {
    synchronized (queue) {
      if (closed) {
        return;
      }
      closed = true;
      queue.add(end);
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answers.close();
  }

  private <T> CompletableFuture<T> queue(Job<T> job) {
    synchronized (queue) {
      if (closed) {
        job.answer.completeExceptionally(new StoreException("The store is closed."));
      } else {
        queue.add(job);
      }
    }
    return job.answer;
  }

  private void run() {
    List<Job<?>> batch = new ArrayList<>();
    boolean last = false;
    while (!last) {
      batch.clear();
      try {
        batch.add(queue.take());
      } catch (InterruptedException e) {
        continue; // nobody interrupts this thread on purpose: it ends through close
      }
      queue.drainTo(batch, MOST_JOINED - 1);
      last = batch.remove(end);
      if (!batch.isEmpty()) {
        write(batch);
      }
    }
  }

  private void write(List<Job<?>> batch) {
    Set<String> altered;
    try {
      altered =
          database.write(sql -> {
            sql.takeAltered(); // of what failed
            batch.forEach(job -> job.doOn(sql));
            return sql.takeAltered();
          });
    } catch (RuntimeException | Error e) {
      if (batch.size() == 1) {
        batch.getFirst().fail(e);
      } else {
        batch.forEach(job -> write(List.of(job)));
      }
      return;
    }
    alterations.happened(altered);
    long oldest = batch.getFirst().queuedAt;
    observer.committed(batch.size(), Duration.ofNanos(System.nanoTime() - oldest), queue.size());
    batch.forEach(Job::succeed);
  }

  /** Work, what came of it, and who waits for that. */
  private static final class Job<T> {
    private final Work<T> work;
    private final Consumer<T> announcement;
    private final Executor answering;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final long queuedAt = System.nanoTime();
    private @Nullable T result;

    Job(Work<T> work, Consumer<T> announcement, Executor answering) {
      this.work = work;
      this.announcement = announcement;
      this.answering = answering;
    }

    void doOn(Sql sql) {
      result = work.on(sql);
    }

    void succeed() {
      T done = result;
      answering.execute(() -> {
        try {
          announcement.accept(done);
        } finally {
          answer.complete(done);
        }
      });
    }

    void fail(Throwable why) {
      answering.execute(() -> answer.completeExceptionally(why));
    }
  }
}
