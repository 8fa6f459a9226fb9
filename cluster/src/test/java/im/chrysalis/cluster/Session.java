package im.chrysalis.cluster;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionEvent.BookChanged;
import im.chrysalis.domain.person.SessionEvent.ContactSeen;
import im.chrysalis.domain.person.SessionEvent.SelfSeen;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Status;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A session that keeps what it is told until a test asks. */
public final class Session implements SessionLink {
  private static final int PATIENCE = 10;

  private final SessionId id;
  private final BlockingQueue<SessionEvent> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<SelfSeen> selves = new LinkedBlockingQueue<>();
  private final BlockingQueue<SessionEvent.Said> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<BookChanged> books = new LinkedBlockingQueue<>();
  private final Set<AccountId> greeted = new HashSet<>();
  private volatile boolean sawSomebodyGo;

  public Session(SessionId id) {
    this.id = id;
  }

  @Override
  public SessionId id() {
    return id;
  }

  @Override
  public void deliver(SessionEvent event) {
    if (event instanceof SelfSeen seen) {
      selves.add(seen);
    } else if (event instanceof SessionEvent.Said said) {
      heard.add(said);
    } else if (event instanceof BookChanged changed) {
      books.add(changed);
    } else if (!saysNothing(event)) {
      told.add(event);
      if (event instanceof SessionEvent.Ended
          || (event instanceof ContactSeen seen && !seen.now().isOnline())) {
        sawSomebodyGo = true;
      }
    }
    if (event instanceof ContactSeen seen && seen.mark().isPresent()) {
      synchronized (greeted) {
        greeted.add(seen.now().card().id());
        greeted.notifyAll();
      }
    }
  }

  /** Waits until it has been told how each of these is, there or not. */
  public void isGreetedBy(Set<AccountId> contacts) throws InterruptedException {
    long end = System.nanoTime() + SECONDS.toNanos(PATIENCE);
    synchronized (greeted) {
      while (!greeted.containsAll(contacts) && System.nanoTime() < end) {
        SECONDS.timedWait(greeted, 1);
      }
      assertThat(greeted).as("whom session %s has seen", id).containsAll(contacts);
    }
  }

  /** Whoever asks how a contact is there hears of those who are not, too; no front end says so. */
  private static boolean saysNothing(SessionEvent event) {
    return event instanceof ContactSeen seen
        && !seen.now().isOnline()
        && seen.before().filter(before -> !before.isOnline()).isPresent();
  }

  /** What it is told next. */
  public SessionEvent next() throws InterruptedException {
    SessionEvent event = told.poll(PATIENCE, SECONDS);
    assertThat(event).as("what session %s is told next", id).isNotNull();
    return event;
  }

  /** What it is told next, which is of the kind. */
  public <E extends SessionEvent> E next(Class<E> kind) throws InterruptedException {
    SessionEvent event = next();
    assertThat(event).isInstanceOf(kind);
    return kind.cast(event);
  }

  /** The next thing it is told is that the contact has the status. */
  public ContactSeen sees(Who contact, Status status) throws InterruptedException {
    ContactSeen seen = next(ContactSeen.class);
    assertThat(seen.now().card().address()).isEqualTo(contact.card().address());
    assertThat(seen.now().status()).isEqualTo(status);
    return seen;
  }

  /**
   * Some time it is told that the contact has the status; what it is told before is passed over.
   */
  public void comesToSee(Who contact, Status status) throws InterruptedException {
    while (true) {
      if (next() instanceof ContactSeen seen
          && seen.now().card().address().equals(contact.card().address())
          && seen.now().status() == status) {
        return;
      }
    }
  }

  /** Some time it is told something of the kind; what it is told before is passed over. */
  public void comesToHear(Class<? extends SessionEvent> kind) throws InterruptedException {
    while (true) {
      if (kind.isInstance(next())) {
        return;
      }
    }
  }

  /** Some time it is told that its person is at so many places. */
  public SelfSeen comesToSeeItsPlaces(int places) throws InterruptedException {
    while (true) {
      SelfSeen seen = selves.poll(PATIENCE, SECONDS);
      assertThat(seen).as("how session %s sees itself", id).isNotNull();
      if (seen.places().size() == places) {
        return seen;
      }
    }
  }

  /** What it hears next is this. */
  public void hears(byte[] message) throws InterruptedException {
    SessionEvent.Said said = heard.poll(PATIENCE, SECONDS);
    assertThat(said).as("what session %s hears next", id).isNotNull();
    assertThat(said.message()).isEqualTo(message);
  }

  /** It has heard nothing that no test has asked for. */
  public boolean hasHeardNothing() {
    return heard.isEmpty();
  }

  /** What it is told next of its person's address book. */
  public BookChanged nextOfItsBook() throws InterruptedException {
    BookChanged changed = books.poll(PATIENCE, SECONDS);
    assertThat(changed).as("what session %s is told of its book", id).isNotNull();
    return changed;
  }

  /** It has been told nothing of its book that no test has asked for. */
  public void isToldNothingOfItsBook() {
    assertThat(books).isEmpty();
  }

  /** Forgets what it was told. */
  public void forget() {
    told.clear();
    books.clear();
    sawSomebodyGo = false;
  }

  /** It has not been told, since it last forgot, that somebody went or that it is over. */
  public void neverSawAnybodyGo() {
    assertThat(sawSomebodyGo).as("session %s saw somebody go", id).isFalse();
  }

  /** It has been told nothing that no test has asked for. */
  public void isToldNothingElse() {
    assertThat(told).isEmpty();
  }
}
