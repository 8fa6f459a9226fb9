package im.chrysalis.cluster.alone;

import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.person.Desk;
import im.chrysalis.domain.person.Desk.Envelope;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.Person;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The host of all persons when there is only one process. */
public final class Alone implements People {
  /** How often persons are looked at whom nobody may need any more. */
  static final Duration SWEEP = Duration.ofSeconds(60);

  private final Map<AccountId, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private final PersonStore store;
  private final Timer timer;
  private final Executor workers;
  private final Turns turns;

  /**
   * A host.
   *
   * @param workers where persons go on whose changes were stored, or who were read
   */
  public Alone(PersonStore store, Timer timer, Executor workers) {
    this.store = store;
    this.timer = timer;
    this.workers = workers;
    this.turns = new Turns(workers);
    sweepLater();
  }

  @Override
  public <R> CompletionStage<R> ask(AccountId who, Request<R> request) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    post(who, Envelope.of(request, answer));
    return answer;
  }

  @Override
  public void tell(AccountId who, Notice notice) {
    if (notice.wakes() || mailboxes.containsKey(who)) {
      post(who, Envelope.of(notice));
    }
  }

  /** How many persons are in memory. */
  public int active() {
    return mailboxes.size();
  }

  private void post(AccountId who, Envelope<?> envelope) {
    Mailbox mailbox = mailboxes.get(who);
    if (mailbox == null) {
      Mailbox fresh = new Mailbox(who, turns, this::forget, late -> post(who, late));
      mailbox = mailboxes.putIfAbsent(who, fresh);
      if (mailbox == null) {
        mailbox = fresh;
        read(fresh);
      }
    }
    mailbox.post(envelope);
  }

  private void read(Mailbox mailbox) {
    store
        .load(mailbox.owner())
        .thenApply(found -> found.orElseThrow(() -> nobody(mailbox.owner())))
        .whenComplete((roster, fault) -> workers.execute(() -> opened(mailbox, roster, fault)));
  }

  private static CompletionException nobody(AccountId who) {
    return new CompletionException(new NoSuchPerson(who));
  }

  private void opened(Mailbox mailbox, Roster roster, @Nullable Throwable fault) {
    if (fault == null) {
      Person person = new Person(roster, new Around(mailbox));
      mailbox.open(new Desk(person, store, what -> workers.execute(() -> mailbox.post(what))));
    } else {
      mailbox.refuse(fault instanceof CompletionException wrapped ? cause(wrapped) : fault);
    }
  }

  private static Throwable cause(CompletionException wrapped) {
    Throwable cause = wrapped.getCause();
    return cause == null ? wrapped : cause;
  }

  private void forget(Mailbox mailbox) {
    mailboxes.remove(mailbox.owner(), mailbox);
  }

  private void sweepLater() {
    timer.after(SWEEP, () -> workers.execute(this::sweep));
  }

  private void sweep() {
    for (Mailbox mailbox : mailboxes.values()) {
      mailbox.closeIfIdle();
    }
    sweepLater();
  }

  /** Where a person's messages to others go: into their mailboxes. */
  private final class Around implements Person.Surroundings {
    private final Mailbox mailbox;

    Around(Mailbox mailbox) {
      this.mailbox = mailbox;
    }

    @Override
    public void tell(AccountId who, Notice notice) {
      Alone.this.tell(who, notice);
    }

    @Override
    public void tellMyself(Notice notice, Duration later) {
      timer.after(later, () -> workers.execute(() -> mailbox.post(Envelope.of(notice))));
    }
  }
}
