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
  private final Consumer<Envelope<?>> successor;
  private final Queue<Object> messages = new ConcurrentLinkedQueue<>();
  private final AtomicReference<State> state = new AtomicReference<>(State.LOADING);
  private @Nullable Desk desk;
  private boolean wasIdle;

  /**
   * A mailbox whose person is being read.
   *
   * @param successor takes what arrives after this mailbox was closed
   */
  Mailbox(AccountId owner, Turns turns, Consumer<Envelope<?>> successor) {
    this.owner = owner;
    this.turns = turns;
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
    state.set(State.CLOSED);
    synchronized (messages) {
      for (Object left = messages.poll(); left != null; left = messages.poll()) {
        if (left instanceof Envelope<?> envelope && envelope.answer() != null) {
          envelope.answer().completeExceptionally(why);
        }
      }
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

  private void handle(Desk person, Object message) {
    try {
      switch (message) {
        case Envelope<?> envelope -> person.take(envelope);
        case Runnable what -> what.run();
        default -> throw new IllegalStateException("no message: " + message);
      }
    } catch (RuntimeException bug) {
      LOG.error("account={} failed at {}", owner, message, bug);
      if (message instanceof Envelope<?> envelope && envelope.answer() != null) {
        envelope.answer().completeExceptionally(bug);
      }
    }
  }

  /**
   * Closes the mailbox if nobody has missed its person since the last time this was asked.
   *
   * @param closed called in the person's turn, once no message can be lost any more
   */
  void closeIfIdle(Runnable closed) {
    post(
        () -> {
          Desk person = desk;
          if (person == null || !person.isIdle()) {
            wasIdle = false;
          } else if (!wasIdle && !person.person().isGone()) {
            wasIdle = true;
          } else if (messages.isEmpty() && state.compareAndSet(State.BUSY, State.CLOSED)) {
            closed.run();
            passOn();
          }
        });
  }

  private void passOn() {
    synchronized (messages) { // so that one sender's messages can't overtake each other
      for (Object left = messages.poll(); left != null; left = messages.poll()) {
        if (left instanceof Envelope<?> envelope) {
          successor.accept(envelope);
        }
      }
    }
  }
}
