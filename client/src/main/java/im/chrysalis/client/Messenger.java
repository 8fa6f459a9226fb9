package im.chrysalis.client;

import im.chrysalis.net.Loops;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account, signed in. Stays signed in until it is closed, somebody signs in with the same
 * account elsewhere, or the server does not accept the password any more: when the connection is
 * lost it comes back by itself, as {@link Options#reconnect} says.
 *
 * <pre>{@code
 * Messenger.signIn(Credentials.of("anna@example.com", "secret"), Options.DEFAULT)
 *     .thenAccept(anna -> anna.conversationWith(EmailAddress.of("ben@example.com")).say("Hello"));
 * }</pre>
 *
 * <p><b>Threads.</b> Every method may be called from any thread, and none waits for the network
 * except {@link #close}. Listeners and stages are told one at a time, in the order in which things
 * happened, on a virtual thread of the messenger's own. A listener may take its time or block; what
 * happens meanwhile waits for it, while pings, challenges and invitations are answered. A listener
 * can't wait for a stage, because it would wait for itself: {@code join} and {@code get} throw
 * there instead. Use {@code thenAccept} and the like.
 */
public final class Messenger implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
  private static final int CLOSING_SECONDS = 5;

  private final Office office;
  private final Book book;
  private final Lifeline lifeline;
  private final Conversations conversations;
  private final Contacts contacts;
  private final Circles circles;
  private final CompletableFuture<@Nullable Void> closed = new CompletableFuture<>();

  private Messenger(Credentials credentials, Options options, Function<Executor, Timer> clock) {
    EmailAddress self = credentials.account();
    Executor turn = new Serial("messenger-" + self);
    Timer timer = clock.apply(turn);
    Delivery delivery = new Delivery(new Serial("events-" + self));
    delivery.listen(options.listener(), !options.listener().equals(Options.NOBODY));
    Loops loops = SharedLoops.acquire();
    Road road =
        options.gateway().<Road>map(GatewayRoad::new).orElseGet(() -> new DirectRoad(loops));
    Web web = options.web().reachedFrom(options.server());
    office = new Office(self, turn, delivery, timer, road, web);
    book = new Book(delivery);
    Tickets tickets = new Tickets(office, credentials, options.web().ticketsOf(web));
    lifeline =
        new Lifeline(
            office,
            credentials,
            options,
            book,
            tickets,
            ThreadLocalRandom.current(),
            this::doorbell);
    conversations = new Conversations(office, lifeline, book);
    contacts = new Contacts(office, lifeline, book);
    circles = new Circles(office, lifeline.circles());
    lifeline
        .ended()
        .thenCompose(_ -> conversations.leaveAll())
        .thenRun(() -> Thread.ofVirtual().start(this::release));
  }

  /**
   * Signs in. Nothing is tried twice: coming back by itself begins once the account has been signed
   * in.
   *
   * @return the messenger once its lists are there and its status is set; fails with {@link
   *     SignInFailed}, which says why
   */
  public static CompletionStage<Messenger> signIn(Credentials credentials, Options options) {
    return signIn(credentials, options, SystemTimer::new);
  }

  static CompletionStage<Messenger> signIn(
      Credentials credentials, Options options, Function<Executor, Timer> clock) {
    Messenger messenger = new Messenger(credentials, options, clock);
    Office office = messenger.office;
    Answer<Messenger> answer = office.delivery().answer();
    office
        .turn()
        .execute(() ->
            messenger
                .lifeline
                .begin()
                .thenAccept(outcome -> {
                  switch (outcome) {
                    case Outcome.Done _ -> answer.tell(messenger);
                    case Outcome.Failed(var why) -> answer.tellFailure(new SignInFailed(why));
                  }
                }));
    return answer;
  }

  /** The account. */
  public EmailAddress account() {
    return office.self();
  }

  /** What the account calls itself. */
  public String name() {
    return lifeline.self().name();
  }

  /** Calls the account something else. Everybody who watches it sees that. */
  public CompletionStage<Outcome> rename(String name) {
    return office.asked(() -> lifeline.self().rename(name));
  }

  /** The status as others see it, or would see it if the account were connected. */
  public Status status() {
    return lifeline.self().look().status();
  }

  /**
   * Shows another status, also after coming back.
   *
   * @throws IllegalArgumentException for {@link Status#OFFLINE}: sign out instead, or hide
   */
  public CompletionStage<Outcome> status(Status status) {
    Options.requireSignedIn(status);
    return office.asked(() -> lifeline.self().status(status));
  }

  /** What the account tells besides its status. */
  public PersonalMessage personalMessage() {
    return lifeline.self().look().message();
  }

  /**
   * Tells something else besides the status, also after coming back. Since MSNP11.
   *
   * @param message {@link PersonalMessage#NONE} to tell nothing
   */
  public CompletionStage<Outcome> tell(PersonalMessage message) {
    return office.asked(() -> lifeline.self().tell(message));
  }

  /** The version of the protocol that is spoken; nothing while there is no connection. */
  public Optional<Dialect> dialect() {
    return lifeline.dialect();
  }

  /** The account's lists. */
  public Contacts contacts() {
    return contacts;
  }

  /** The account's circles. Since MSNP18. */
  public Circles circles() {
    return circles;
  }

  /**
   * The conversation with one person: the one that goes on, or a new one. Nobody notices until
   * something is said in it.
   */
  public Conversation conversationWith(EmailAddress who) {
    return conversations.with(who).conversation();
  }

  /** All conversations that were not left, whoever began them. */
  public List<Conversation> conversations() {
    return conversations.all();
  }

  /**
   * Tells a listener everything that happens from now on. What happened between signing in and this
   * call is not told again: give a listener that must miss nothing to {@link Options#listener}.
   * Messages that were left for the account wait on the server until there is a listener.
   *
   * @param listener what it throws is logged, and other listeners hear the event all the same
   */
  public Subscription listen(Consumer<? super Event> listener) {
    return listen(listener, true);
  }

  /** Tells a listener events of one kind, as {@link #listen} says. */
  public <E extends Event> Subscription on(Class<E> kind, Consumer<? super E> listener) {
    return listen(
        event -> {
          if (kind.isInstance(event)) {
            listener.accept(kind.cast(event));
          }
        },
        kind.isAssignableFrom(Event.OfflineMessageReceived.class));
  }

  private Subscription listen(Consumer<? super Event> listener, boolean hearsLetters) {
    Subscription place = office.delivery().listen(listener, hearsLetters);
    if (hearsLetters) {
      office.turn().execute(lifeline.letterbox()::fetch);
    }
    return place;
  }

  /**
   * Leaves a message for somebody who is not there, which they get at their next sign-in. Since
   * MSNP8, by the web services.
   *
   * @param text lines end with {@code \n}
   * @return done when the server keeps it, or says so because they block the account
   */
  public CompletionStage<Outcome> leaveMessage(EmailAddress to, String text) {
    return office.asked(() -> lifeline.self().leaveMessage(to, text));
  }

  /**
   * From where the account is signed in, this messenger among them. Since MSNP16; otherwise, and
   * while there is no connection, empty.
   */
  public List<Place> places() {
    return lifeline.self().places();
  }

  /** Asks a place of the account to sign out: another one, or this one. Since MSNP16. */
  public CompletionStage<Outcome> signOut(Place place) {
    if (place.isHere()) {
      return signOut().thenApply(_ -> Outcome.done());
    }
    return office.asked(() -> lifeline.self().signOut(place.id()));
  }

  /** Asks all other places of the account to sign out, and then signs out here. Since MSNP16. */
  public CompletionStage<@Nullable Void> signOutEverywhere() {
    return office.asked(lifeline.self()::signOutOthers).thenCompose(_ -> signOut());
  }

  /**
   * Leaves all conversations and signs out. May be called more than once.
   *
   * @return done when all connections are closed
   */
  public CompletionStage<@Nullable Void> signOut() {
    Answer<@Nullable Void> answer = office.delivery().answer();
    office.turn().execute(lifeline::leave);
    closed.thenRun(() -> answer.tell(null));
    return answer;
  }

  /**
   * Signs out, and waits until all connections are closed, five seconds at most. Does not wait in a
   * listener.
   */
  @Override
  public void close() {
    CompletionStage<@Nullable Void> done = signOut();
    if (office.delivery().isTelling()) {
      return;
    }
    try {
      done.toCompletableFuture().get(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException e) {
      LOG.info("account={} the server did not close the connection in time", account());
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
  }

  private Doorbell doorbell() {
    return conversations;
  }

  private void release() {
    office.road().close();
    office.web().close();
    SharedLoops.release();
    closed.complete(null);
  }
}
