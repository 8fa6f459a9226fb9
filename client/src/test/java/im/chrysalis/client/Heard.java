package im.chrysalis.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A listener that keeps what it hears until somebody asks for it. */
final class Heard implements Consumer<Event> {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final List<Event> events = new ArrayList<>();

  @Override
  public synchronized void accept(Event event) {
    events.add(event);
    notifyAll();
  }

  synchronized boolean isEmpty() {
    return events.isEmpty();
  }

  /** The first event of a kind that was not asked for yet; those before it are forgotten. */
  <E extends Event> E next(Class<E> kind) {
    return next(kind, _ -> true);
  }

  synchronized <E extends Event> E next(Class<E> kind, Predicate<E> which) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      for (int i = 0; i < events.size(); i++) {
        if (kind.isInstance(events.get(i)) && which.test(kind.cast(events.get(i)))) {
          E found = kind.cast(events.get(i));
          events.subList(0, i + 1).clear();
          return found;
        }
      }
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("no such " + kind.getSimpleName() + " came, but " + events);
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
