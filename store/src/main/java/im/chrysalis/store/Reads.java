package im.chrysalis.store;

import im.chrysalis.store.Database.Work;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Reads on virtual threads: any number may be asked for, the database lets few run at a time. */
final class Reads implements AutoCloseable {
  private final Database database;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("store-read-", 0).factory());

  Reads(Database database) {
    this.database = database;
  }

  <T> CompletableFuture<T> submit(Work<T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> database.read(work), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(new StoreException("The store is closed.", e));
    }
  }

  /** Reads and waits. */
  <T> T call(Work<T> work) {
    return database.read(work);
  }

  /** Waits for what is being read. */
  @Override
  public void close() {
    threads.close();
  }
}
