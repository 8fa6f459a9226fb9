package im.chrysalis.cluster.alone;

import im.chrysalis.domain.person.Desk;
import im.chrysalis.domain.person.Desk.Envelope;
import im.chrysalis.values.AccountId;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person's messages, and the person once loaded. Any thread may post; one at a time drains. A
 * mailbox that was closed passes what still comes on to its successor.
 */
final class Mailbox {
  private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

  /** How many messages one turn handles before others get theirs. */
  private static final int MOST = 128;

  private enum State {
    /** The person is being read; messages wait. */
    LOADING,
    IDLE,
    /** Has a turn, or waits for one. */
    BUSY,
    CLOSED
  }

  private final AccountId owner;
  private final Turns turns;
  private final Consumer<Mailbox> closed;
  private final Consumer<Envelope<?>> successor;
  private final Queue<Object> messages = new ConcurrentLinkedQueue<>();
  private final AtomicReference<State> state = new AtomicReference<>(State.LOADING);
  private @Nullable Desk desk;
  private boolean wasIdle;

  /**
   * A mailbox whose person is being read.
   *
   * @param closed takes the mailbox out of use
   * @param successor takes what arrives after this mailbox was closed
   */
  Mailbox(AccountId owner, Turns turns, Consumer<Mailbox> closed, Consumer<Envelope<?>> successor) {
    this.owner = owner;
    this.turns = turns;
    this.closed = closed;
    this.successor = successor;
  }

  AccountId owner() {
    return owner;
  }

  void post(Envelope<?> envelope) {
    put(envelope);
  }

  /** Runs something in the person's turn. */
  void post(Runnable what) {
    put(what);
  }

  private void put(Object message) {
    messages.add(message);
    if (state.compareAndSet(State.IDLE, State.BUSY)) {
      turns.give(this);
    } else if (state.get() == State.CLOSED) {
      passOn();
    }
  }

  /** The person was read: its messages are handled from now on. */
  void open(Desk person) {
    desk = person;
    state.set(State.BUSY);
    turns.give(this);
  }

  /** The person can't be read: everybody who asked is told why, and the mailbox takes no more. */
  void refuse(Throwable why) {
    synchronized (messages) {
      state.set(State.CLOSED);
      closed.accept(this);
    }
    for (Object left = messages.poll(); left != null; left = messages.poll()) {
      fail(left, why);
    }
  }

  private static void fail(Object message, Throwable why) {
    if (message instanceof Envelope<?> envelope && envelope.answer() != null) {
      envelope.answer().completeExceptionally(why);
    }
  }

  /** Handles what has arrived, up to a bound; runs on one thread at a time. */
  void drain() {
    Desk person = desk;
    if (person == null) {
      throw new IllegalStateException("no person yet for " + owner);
    }
    for (int handled = 0; handled < MOST && state.get() != State.CLOSED; handled++) {
      Object message = messages.poll();
      if (message == null) {
        break;
      }
      handle(person, message);
    }
    state.compareAndSet(State.BUSY, State.IDLE);
    if (!messages.isEmpty() && state.compareAndSet(State.IDLE, State.BUSY)) {
      turns.give(this);
    }
  }

  /** Whatever a message leads to, the next one gets its turn. */
  private void handle(Desk person, Object message) {
    try {
      switch (message) {
        case Envelope<?> envelope -> person.take(envelope);
        case Runnable what -> what.run();
        default -> throw new IllegalStateException("no message: " + message);
      }
    } catch (RuntimeException bug) {
      LOG.error("account={} failed={}", owner, message, bug);
      fail(message, bug);
    }
  }

  /** Closes the mailbox if nobody has missed its person since the last time this was asked. */
  void closeIfIdle() {
    post(() -> {
      Desk person = desk;
      if (person == null || !person.isIdle()) {
        wasIdle = false;
      } else if (wasIdle || person.person().isGone()) {
        closeIfEmpty();
      } else {
        wasIdle = true;
      }
    });
  }

  private void closeIfEmpty() {
    synchronized (messages) {
      state.set(State.CLOSED);
      if (messages.isEmpty()) {
        closed.accept(this);
      } else {
        state.set(State.BUSY); // who has just put it there may not have seen that this closes
      }
    }
  }

  private void passOn() {
    synchronized (messages) { // so that one sender's messages can't overtake each other
      if (state.get() != State.CLOSED) {
        return;
      }
      for (Object left = messages.poll(); left != null; left = messages.poll()) {
        if (left instanceof Envelope<?> envelope) {
          successor.accept(envelope);
        }
      }
    }
  }
}
