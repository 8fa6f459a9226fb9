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
  private final List<Consumer<? super Event>> listeners = new CopyOnWriteArrayList<>();

  Delivery(Serial teller) {
    this.teller = teller;
  }

  Subscription listen(Consumer<? super Event> listener) {
    // a consumer may be added twice, and each place is given up on its own
    Consumer<Event> place = listener::accept;
    listeners.add(place);
    return () -> listeners.remove(place);
  }

  void tell(Event event) {
    teller.execute(() -> listeners.forEach(listener -> tell(event, listener)));
  }

  <T extends @Nullable Object> Answer<T> answer() {
    return new Answer<>(teller);
  }

  /** Whether the calling thread is telling listeners something. */
  boolean isTelling() {
    return teller.isCurrent();
  }

  private static void tell(Event event, Consumer<? super Event> listener) {
    try {
      listener.accept(event);
    } catch (RuntimeException fault) {
      LOG.error("event={} a listener failed", event, fault);
    }
  }
}
