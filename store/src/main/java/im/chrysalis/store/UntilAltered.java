package im.chrysalis.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Rows that were read lately, for as long as no row of their tables was altered: the next
 * transaction that alters one, whichever, makes all of them stale. That there is no row is not
 * kept, since it ends without one being altered. Only for a database that no other process writes
 * to. Any thread.
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
  private final LongSupplier alterations;

  private record Kept<V>(long asOf, V value) {}

  /**
   * Nothing yet.
   *
   * @param alterations how many there have been; counts one before anybody hears that it is done
   */
  UntilAltered(LongSupplier alterations) {
    this.alterations = alterations;
  }

  /** What the next read will be as of. To be asked before reading. */
  long now() {
    return alterations.getAsLong();
  }

  /** What was read, unless something was altered since. */
  Optional<V> find(K key) {
    return Optional.ofNullable(kept.getIfPresent(key))
        .filter(it -> it.asOf() == alterations.getAsLong())
        .map(Kept::value);
  }

  /** Keeps what was read. */
  void keep(K key, long asOf, V value) {
    kept.put(key, new Kept<>(asOf, value));
  }
}
