package im.chrysalis.store;

import java.time.Duration;

/** Hears how the writer does, for metrics. Called on the writer's thread: must return at once. */
@FunctionalInterface
public interface StoreObserver {
  StoreObserver NONE = (_, _, _) -> {};

  /**
   * A transaction is on disk.
   *
   * @param changes how many changes it joined
   * @param longest from handing over the oldest of them until now
   * @param waiting how many more are queued
   */
  void committed(int changes, Duration longest, int waiting);
}
