package im.chrysalis.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What was read lately, for as long as nothing was written: the next transaction, whatever it
 * changes, makes all of it stale. Only for a database that no other process writes to. Any thread.
 *
 * @param <K> what is asked for
 * @param <V> what was read
 */
final class UntilNextWrite<K, V> {
  private static final int MOST = 4_000;

  private final Cache<K, Kept<V>> kept =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .executor(Runnable::run) // the upkeep of so few is less than waking a thread for it
          .build();
  private final LongSupplier transactions;

  private record Kept<V>(long asOf, V value) {}

  /**
   * Nothing yet.
   *
   * @param transactions how many there have been; counts one before anybody hears that it is done
   */
  UntilNextWrite(LongSupplier transactions) {
    this.transactions = transactions;
  }

  /** What the next read will be as of. To be asked before reading. */
  long now() {
    return transactions.getAsLong();
  }

  /** What was read, unless something was written since. */
  Optional<V> find(K key) {
    return Optional.ofNullable(kept.getIfPresent(key))
        .filter(it -> it.asOf() == transactions.getAsLong())
        .map(Kept::value);
  }

  /** Keeps what was read. */
  void keep(K key, long asOf, V value) {
    kept.put(key, new Kept<>(asOf, value));
  }
}
