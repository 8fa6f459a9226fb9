package im.chrysalis.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import im.chrysalis.store.Database.Work;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Rows that were read lately, for as long as no row of their tables was altered: the next
 * transaction that alters one, whichever, makes all of them stale. That there is no row is not
 * kept, since it ends without one being altered. Where another process may write to the database,
 * nothing is kept. Any thread.
 *
 * @param <K> what is asked for
 * @param <V> what was read
 */
final class UntilAltered<K, V> {
  private static final int MOST = 4_000;

  private final Cache<K, Kept<V>> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .executor(Runnable::run) // the upkeep of so few is less than waking a thread for it
          .build();
  private final Reads reads;
  private final LongSupplier alterations;
  private final boolean alone;

  private record Kept<V>(long asOf, V value) {}

  /**
   * Nothing yet.
   *
   * @param alterations how many there have been; counts one before anybody hears that it is done
   * @param alone whether no other process writes to the database
   */
  UntilAltered(Reads reads, LongSupplier alterations, boolean alone) {
    this.reads = reads;
    this.alterations = alterations;
    this.alone = alone;
  }

  /**
   * What was read, or else is read now.
   *
   * @param isGood whether what was read will do
   */
  CompletionStage<Optional<V>> find(K key, Predicate<V> isGood, Work<Optional<V>> read) {
    Kept<V> known = kept.getIfPresent(key);
    long asOf = alterations.getAsLong(); // before reading
    return known != null && known.asOf() == asOf && isGood.test(known.value())
        ? CompletableFuture.completedStage(Optional.of(known.value()))
        : reads.submit(sql -> {
          Optional<V> found = read.on(sql);
          if (alone) {
            found.ifPresent(it -> kept.put(key, new Kept<>(asOf, it)));
          }
          return found;
        });
  }
}
