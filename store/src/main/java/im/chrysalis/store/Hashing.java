package im.chrysalis.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The threads on which passwords are hashed: one a core, with a short queue, so that a crowd at the
 * door can't take all memory and time from those inside.
 */
final class Hashing implements AutoCloseable {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** With 30 ms each, the last one in the queue waits two seconds. */
  private static final int MOST_WAITING = 64 * CORES;

  private final HashStrength strength;
  private final int mostWaiting;
  private final ThreadPoolExecutor threads;

  Hashing(HashStrength strength) {
    this(strength, MOST_WAITING);
  }

  Hashing(HashStrength strength, int mostWaiting) {
    this.strength = strength;
    this.mostWaiting = mostWaiting;
    this.threads =
        new ThreadPoolExecutor(
            CORES,
            CORES,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(), // bounded below: only sign-ins are turned away
            Thread.ofPlatform().daemon().name("store-hash-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /** How costly new hashes are to be. */
  HashStrength strength() {
    return strength;
  }

  /** Does something slow as soon as a thread is free; nothing when too many wait already. */
  <T> Optional<CompletableFuture<T>> offer(Supplier<T> work) {
    return threads.getQueue().size() >= mostWaiting
        ? Optional.empty()
        : Optional.of(CompletableFuture.supplyAsync(work, threads));
  }

  /** Does something slow and waits for it. */
  <T> T call(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads).join();
  }

  /** Does something slow with each, in any order; leaves room for sign-ins between them. */
  <A, B> List<B> all(Collection<A> each, Function<A, B> work) {
    List<B> done = new ArrayList<>(each.size());
    Queue<CompletableFuture<B>> underWay = new ArrayDeque<>();
    for (A one : each) {
      if (underWay.size() == 2 * CORES) {
        done.add(underWay.remove().join());
      }
      underWay.add(CompletableFuture.supplyAsync(() -> work.apply(one), threads));
    }
    underWay.forEach(last -> done.add(last.join()));
    return done;
  }

  /** Takes nothing more; whoever waits already is still answered. */
  @Override
  public void close() {
    threads.shutdown();
  }
}
