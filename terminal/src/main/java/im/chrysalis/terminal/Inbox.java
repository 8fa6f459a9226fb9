package im.chrysalis.terminal;

import im.chrysalis.client.Event;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be seen to: keys, events and answers come on threads of their own, and one thread
 * takes them out in order. So nothing behind it needs a lock.
 */
final class Inbox {
  private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();

  /** Something to see to. */
  sealed interface Item {}

  /** The network says something. */
  record Happened(Event event) implements Item {}

  /** The person typed a whole line. */
  record Typed(String line) implements Item {}

  /** The person pressed a key. */
  record Pressed(Key key) implements Item {}

  /** The terminal has another size. */
  record Resized() implements Item {}

  /** Nothing more will be typed. */
  record InputEnded() implements Item {}

  /** What was waited for is there. */
  record Answered(Runnable then) implements Item {}

  void put(Item item) {
    items.add(item);
  }

  /** The next item, or nothing when none comes in time. */
  @Nullable Item poll(Duration longest) throws InterruptedException {
    return items.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
  }
}
