package im.chrysalis.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many transactions have changed or removed rows, table by table. Those that only add rows are
 * not counted: what was read before stays as it is. Any thread.
 */
final class Alterations {
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

  /** Those of any of the tables; goes up when there is one, and never down. */
  LongSupplier of(String... tables) {
    List<AtomicLong> all = Set.of(tables).stream().map(this::count).toList();
    return () -> {
      long sum = 0;
      for (AtomicLong one : all) {
        sum += one.get();
      }
      return sum;
    };
  }

  /** A transaction that altered these tables is on disk. */
  void happened(Set<String> tables) {
    tables.forEach(table -> count(table).incrementAndGet());
  }

  private AtomicLong count(String table) {
    return counts.computeIfAbsent(table, _ -> new AtomicLong());
  }
}
