package im.chrysalis.cluster.alone;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Gives mailboxes their turns. A thread that is already giving turns queues further mailboxes on
 * its own list, so that persons who tell each other things never nest; after a bounded number of
 * turns it hands the rest of its list to the workers and goes back to what it was doing.
 */
final class Turns {
  /** How many mailboxes one thread drains in a row before it yields. */
  static final int MOST = 512;

  private static final ThreadLocal<@Nullable ArrayDeque<Mailbox>> LISTS = new ThreadLocal<>();

  private final Executor workers;

  Turns(Executor workers) {
    this.workers = workers;
  }

  /** Gives a mailbox a turn on this thread, now or as soon as the current turn is over. */
  void give(Mailbox mailbox) {
    ArrayDeque<Mailbox> list = LISTS.get();
    if (list != null) {
      list.add(mailbox);
    } else {
      ArrayDeque<Mailbox> fresh = new ArrayDeque<>();
      fresh.add(mailbox);
      run(fresh);
    }
  }

  private void run(ArrayDeque<Mailbox> list) {
    LISTS.set(list);
    try {
      for (int turns = 0; turns < MOST; turns++) {
        Mailbox next = list.poll();
        if (next == null) {
          return;
        }
        next.drain();
      }
    } finally {
      LISTS.remove();
    }
    if (!list.isEmpty()) {
      workers.execute(() -> run(list));
    }
  }
}
