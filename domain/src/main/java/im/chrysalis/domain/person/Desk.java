package im.chrysalis.domain.person;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Decision;
import im.chrysalis.domain.contact.Roster;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a person its messages in order. While a change is being stored, messages that may change
 * lists wait behind it and all others pass; answer and events leave once the store has the change.
 * Every host puts one between its mailbox and the person; all methods run in the person's turn.
 */
public final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  private final Person person;
  private final PersonStore store;
  private final Consumer<Runnable> turn;
  private final Queue<Envelope<?>> waiting = new ArrayDeque<>(0);
  private boolean storing;

  /** A message and, for a request, where its answer goes. */
  public record Envelope<R>(PersonMessage message, @Nullable CompletableFuture<R> answer) {
    public static <R> Envelope<R> of(Request<R> request, CompletableFuture<R> answer) {
      return new Envelope<>(request, answer);
    }

    public static Envelope<Void> of(Notice notice) {
      return new Envelope<>(notice, null);
    }

    void fail(Throwable why) {
      if (answer != null) {
        answer.completeExceptionally(why);
      }
    }
  }

  /**
   * A desk.
   *
   * @param turn runs something later in the person's turn, from any thread
   */
  public Desk(Person person, PersonStore store, Consumer<Runnable> turn) {
    this.person = person;
    this.store = store;
    this.turn = turn;
  }

  public Person person() {
    return person;
  }

  /** Whether nobody would miss the person and nothing is under way. */
  public boolean isIdle() {
    return !storing && waiting.isEmpty() && person.isIdle();
  }

  /** Whether a change is being stored, so that somebody waits for its answer. */
  public boolean isStoring() {
    return storing;
  }

  /** Takes one message. */
  public void take(Envelope<?> envelope) {
    if (person.isGone()) {
      envelope.fail(new People.NoSuchPerson(person.id()));
    } else if (storing && mustWait(envelope.message())) {
      waiting.add(envelope);
    } else if (envelope.message() instanceof Notice.Reread) {
      readAgain();
    } else if (envelope.message().mayChange()) {
      decide(envelope);
    } else {
      handle(envelope);
    }
  }

  /** Changes keep their order, and who reads the lists sees those that came before. */
  private static boolean mustWait(PersonMessage message) {
    return message.mayChange() || message instanceof Request.ReadRoster;
  }

  @SuppressWarnings("unchecked") // an envelope's answer has the type of its request
  private void handle(Envelope<?> envelope) {
    switch (envelope.message()) {
      case Request<?> request -> {
        Envelope<Object> asked = (Envelope<Object>) envelope;
        person.answer((Request<Object>) request, answer -> complete(asked, answer));
      }
      case Notice notice -> person.hear(notice);
    }
  }

  @SuppressWarnings("unchecked") // every message that may change lists answers with an outcome
  private void decide(Envelope<?> envelope) {
    Envelope<Object> asked = (Envelope<Object>) envelope;
    Decision decision = person.decide(envelope.message());
    decision.refusal().ifPresent(why -> complete(asked, new Outcome.Refused(why)));
    decision.change().ifPresent(change -> store(asked, change));
  }

  private void readAgain() {
    storing = true; // so that no change comes in between
    store.load(person.id()).whenComplete((found, fault) -> turn.accept(() -> read(found, fault)));
  }

  @SuppressWarnings("NullableOptional") // a stage hands over either this or the fault
  private void read(@Nullable Optional<Roster> found, @Nullable Throwable fault) {
    storing = false;
    if (found != null) {
      found.ifPresent(person::adopt);
    } else {
      LOG.error("account={} can't be read again", person.id(), fault);
    }
    takeWaiting();
  }

  private void takeWaiting() {
    while (!storing && !waiting.isEmpty()) {
      take(waiting.remove());
    }
  }

  private void store(Envelope<Object> envelope, Change change) {
    storing = true;
    store
        .commit(person.id(), change)
        .whenComplete((_, fault) -> turn.accept(() -> stored(envelope, change, fault)));
  }

  private void stored(Envelope<Object> envelope, Change change, @Nullable Throwable fault) {
    storing = false;
    if (fault != null) {
      LOG.error("account={} could not store {}", person.id(), change.getClass(), fault);
      envelope.fail(fault);
    } else {
      // in this order: whoever hears of the outcome finds that everybody concerned was told; their
      // answers come in a later turn
      person.apply(envelope.message(), change);
      complete(envelope, new Outcome.Done(change));
    }
    takeWaiting();
  }

  private static void complete(Envelope<Object> envelope, Object answer) {
    CompletableFuture<Object> waiter = envelope.answer();
    if (waiter != null) {
      waiter.complete(answer);
    }
  }
}
