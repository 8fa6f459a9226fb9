package im.chrysalis.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what happens: one event at a time, in order, on a thread of its own. */
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Serial teller;
  private final List<Place> listeners = new CopyOnWriteArrayList<>();

  /** A listener may be added twice, and each place is given up on its own. */
  private static final class Place {
    private final Consumer<? super Event> listener;
    private final boolean hearsLetters;

    private Place(Consumer<? super Event> listener, boolean hearsLetters) {
      this.listener = listener;
      this.hearsLetters = hearsLetters;
    }
  }

  Delivery(Serial teller) {
    this.teller = teller;
  }

  /** Adds a listener of everything. */
  Subscription listen(Consumer<? super Event> listener) {
    return listen(listener, true);
  }

  /**
   * Adds a listener.
   *
   * @param hearsLetters whether it does something with what was left for the account
   */
  Subscription listen(Consumer<? super Event> listener, boolean hearsLetters) {
    Place place = new Place(listener, hearsLetters);
    listeners.add(place);
    return () -> listeners.remove(place);
  }

  /** Whether anybody does something with what was left for the account. */
  boolean hearsLetters() {
    return listeners.stream().anyMatch(it -> it.hearsLetters);
  }

  void tell(Event event) {
    tell(event, _ -> {});
  }

  /**
   * Tells an event, and then that it was told.
   *
   * @param told hears whether every listener took it without failing; on the thread of telling
   */
  void tell(Event event, Consumer<Boolean> told) {
    teller.execute(() -> {
      boolean all = true;
      for (Place place : listeners) {
        all &= takes(event, place.listener);
      }
      told.accept(all);
    });
  }

  <T extends @Nullable Object> Answer<T> answer() {
    return new Answer<>(teller);
  }

  /** Whether the calling thread is telling listeners something. */
  boolean isTelling() {
    return teller.isCurrent();
  }

  private static boolean takes(Event event, Consumer<? super Event> listener) {
    try {
      listener.accept(event);
      return true;
    } catch (RuntimeException fault) {
      LOG.error("event={} a listener failed", event, fault);
      return false;
    }
  }
}
