package im.chrysalis.client;

import im.chrysalis.client.web.BookWish;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.routed.RoutedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a messenger signed in: signs in, comes back when the connection is lost, ends for good.
 * Lives on the messenger's turn.
 */
final class Lifeline implements Session.Events {
  private static final Logger LOG = LoggerFactory.getLogger(Lifeline.class);

  private final Office office;
  private final Credentials credentials;
  private final Options options;
  private final Book book;
  private final Tickets tickets;
  private final Desk desk;
  private final Letterbox letterbox;
  private final RandomGenerator random;
  private final EndpointId place;
  private final Supplier<Doorbell> doorbell;
  private final CircleBook circles;
  private final CompletableFuture<Outcome> firstSignIn = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private volatile State state = new State.Waiting(() -> {});
  private List<Dialect> offered;
  private int failures;
  private volatile Look look;
  private volatile List<Place> places = List.of();
  private volatile String name;

  private sealed interface State {
    /** Nothing goes on until a task runs. */
    record Waiting(Timer.Task task) implements State {}

    record SigningIn(SignIn signIn) implements State {}

    /** Signed in, the lists are on their way or there. */
    record Online(Session session) implements State {}

    record Ended() implements State {}
  }

  Lifeline(
      Office office,
      Credentials credentials,
      Options options,
      Book book,
      Tickets tickets,
      RandomGenerator random,
      Supplier<Doorbell> doorbell) {
    this.office = office;
    this.credentials = credentials;
    this.options = options;
    this.book = book;
    this.tickets = tickets;
    this.random = random;
    this.doorbell = doorbell;
    desk = new Desk(office, tickets);
    letterbox = new Letterbox(office, new Desk(office, tickets), random);
    place = options.machine().id().orElseGet(() -> new EndpointId(UUID.randomUUID()));
    offered = options.dialect().map(List::of).orElse(Options.DIALECTS);
    look = new Look(options.status(), PersonalMessage.NONE, options.abilities(), Optional.empty());
    name = credentials.account().text();
    circles = new CircleBook(office, desk, this, new Routed(office.self(), this, book));
  }

  /** The circles of the account. */
  CircleBook circles() {
    return circles;
  }

  /** Where the address book is asked. */
  Desk desk() {
    return desk;
  }

  /** What was left for the account. */
  Letterbox letterbox() {
    return letterbox;
  }

  /** Signs in for the first time; what comes of it. */
  CompletionStage<Outcome> begin() {
    connect(options.server());
    return firstSignIn;
  }

  /** Done when there is no connection any more and never will be. */
  CompletionStage<@Nullable Void> ended() {
    return ended;
  }

  /** How the account wants to appear. Any thread. */
  Look look() {
    return look;
  }

  /** The account's own name. Any thread. */
  String name() {
    return name;
  }

  /** Which place this is. Any thread. */
  EndpointId place() {
    return place;
  }

  /** From where the account is signed in. Any thread. */
  List<Place> places() {
    return places;
  }

  /** Asks another place of the account to sign out. */
  CompletionStage<Outcome> signOut(EndpointId other) {
    return atPlaces(session -> session.signOut(other));
  }

  /** Asks all other places of the account to sign out. */
  CompletionStage<Outcome> signOutOthers() {
    return atPlaces(session -> session.signOutOthers(places));
  }

  private CompletionStage<Outcome> atPlaces(Function<Session, CompletionStage<Outcome>> what) {
    if (!(state instanceof State.Online(var session))) {
      return CompletableFuture.completedStage(Outcome.failed(new Failure.NotConnected()));
    }
    return session.dialect().has(Trait.ENDPOINTS)
        ? what.apply(session)
        : CompletableFuture.completedStage(
            Outcome.failed(new Failure.NotInThisDialect(session.dialect().name())));
  }

  /** Leaves a message for somebody. */
  CompletionStage<Outcome> leaveMessage(EmailAddress to, String text) {
    Optional<Dialect> spoken = dialect();
    if (spoken.isEmpty()) {
      return CompletableFuture.completedStage(Outcome.failed(new Failure.NotConnected()));
    }
    return WebServices.areNeededFor(spoken.get())
        ? letterbox.leave(to, text, name)
        : CompletableFuture.completedStage(
            Outcome.failed(new Failure.NotInThisDialect(spoken.get().name())));
  }

  /** Asks the server something. */
  CompletionStage<Reply> ask(Function<TrId, ClientCommand> command) {
    return state instanceof State.Online(var session)
        ? session.ask(command)
        : CompletableFuture.completedStage(new Reply.Failed(new Failure.NotConnected()));
  }

  /** Says something that the server passes on; done when it has nothing against it. */
  CompletionStage<Outcome> say(RoutedMessage message) {
    return state instanceof State.Online(var session)
        ? session.say(message)
        : CompletableFuture.completedStage(Outcome.failed(new Failure.NotConnected()));
  }

  /** The same without wanting to hear what becomes of it. */
  void mention(RoutedMessage message) {
    if (state instanceof State.Online(var session)) {
      session.mention(message);
    }
  }

  /** The version that is spoken, while there is a connection. Any thread. */
  Optional<Dialect> dialect() {
    return state instanceof State.Online(var session)
        ? Optional.of(session.dialect())
        : Optional.empty();
  }

  /** Another status, also for when the connection comes back. */
  CompletionStage<Outcome> status(Status wanted) {
    Look now = look.with(wanted);
    return change(showing -> showing.status(now), () -> look = now);
  }

  /** Another personal message, also for when the connection comes back. */
  CompletionStage<Outcome> tell(PersonalMessage wanted) {
    Look now = look.telling(wanted);
    return change(showing -> showing.message(now), () -> look = now);
  }

  /** Another name. */
  CompletionStage<Outcome> rename(String wanted) {
    boolean isInBook = dialect().filter(Dialect::hasAddressBook).isPresent();
    CompletionStage<Outcome> written =
        isInBook
            ? desk.ask(BookWish.rename(wanted)).thenApply(Desk.Heard::outcome)
            : CompletableFuture.completedStage(Outcome.done());
    return Steps.after(written, () -> change(showing -> showing.name(wanted), () -> name = wanted));
  }

  /** Shows something that holds once it is confirmed. */
  private CompletionStage<Outcome> change(
      Function<Showing, CompletionStage<Outcome>> how, Runnable holds) {
    return state instanceof State.Online(var session)
        ? how.apply(session.showing())
            .thenApply(outcome -> {
              if (outcome.isDone()) {
                holds.run();
              }
              return outcome;
            })
        : CompletableFuture.completedStage(Outcome.failed(new Failure.NotConnected()));
  }

  @Override
  public void named(String now) {
    name = now;
  }

  @Override
  public void places(List<Place> now) {
    if (!now.equals(places)) {
      places = now;
      office.delivery().tell(new Event.PlacesChanged(now));
    }
  }

  /** Signs out. */
  void leave() {
    State last = state;
    if (last instanceof State.Ended) {
      return;
    }
    state = new State.Ended();
    switch (last) {
      case State.Waiting(var task) -> task.cancel();
      case State.SigningIn(var signIn) -> signIn.abandon();
      case State.Online(var session) -> session.leave();
      case State.Ended _ -> {}
    }
    finish(last, Optional.empty());
  }

  @Override
  public void referred(ServerAddress server) {
    nobodyThere(new Failure.ConnectionLost("moved to another server"));
    connect(server);
  }

  @Override
  public void ended(Failure why) {
    lost(why);
  }

  private void connect(ServerAddress where) {
    state =
        new State.SigningIn(
            new SignIn(
                office,
                credentials,
                options,
                where,
                tickets,
                place,
                offered,
                result -> {
                  switch (result) {
                    case SignIn.Result.Online online -> signedIn(online);
                    case SignIn.Result.Failed(var why) -> lost(why);
                  }
                }));
  }

  private void signedIn(SignIn.Result.Online online) {
    Session session =
        new Session(
            office,
            online,
            new Session.Surroundings(
                book, desk, letterbox, place, options.machine(), circles, doorbell.get(), this));
    state = new State.Online(session);
    name = online.name();
    session
        .begin(look)
        .thenAccept(began -> {
          switch (began) {
            case Outcome.Done _ -> ready(session);
            case Outcome.Failed(var why) -> beganBadly(session, why);
          }
        });
  }

  private void ready(Session session) {
    boolean again = firstSignIn.isDone();
    failures = 0;
    office
        .delivery()
        .tell(new Event.SignedIn(credentials.account(), name, session.dialect(), again));
    firstSignIn.complete(Outcome.done());
    if (session.dialect().has(Trait.CIRCLES)) {
      circles.begin();
    }
  }

  /** The lists or the first status were refused, on a connection that is there. */
  private void beganBadly(Session session, Failure why) {
    if (state instanceof State.Online(var current) && current.equals(session)) {
      session.leave();
      if (session.dialect().hasAddressBook() && mayDoWithoutBook(why)) {
        LOG.info("account={} no address book: {}", office.self(), why.sentence());
        offered = offered.stream().filter(Dialect::hasLists).toList();
        connect(options.server());
      } else {
        lost(why);
      }
    }
  }

  /**
   * At the first sign-in, when nobody has said how it should be, a dialect is good whose lists are
   * on the wire.
   */
  private boolean mayDoWithoutBook(Failure why) {
    return !firstSignIn.isDone()
        && options.dialect().isEmpty()
        && options.web().address().isEmpty()
        && (why instanceof Failure.Unreachable
            || why instanceof Failure.Untrusted
            || why instanceof Failure.NoCertificates
            || why instanceof Failure.NotUnderstood
            || why instanceof Failure.WebRefused
            || why instanceof Failure.TicketRefused);
  }

  private void lost(Failure why) {
    boolean comesBack = firstSignIn.isDone() && why.mayPass() && options.reconnect().isPresent();
    if (!comesBack) {
      State last = state;
      state = new State.Ended();
      finish(last, Optional.of(why));
      return;
    }
    failures++;
    Duration wait = options.reconnect().orElseThrow().after(failures, random);
    nobodyThere(why);
    state = new State.Waiting(office.timer().after(wait, () -> connect(options.server())));
    office.delivery().tell(new Event.Disconnected(why, wait));
  }

  private void finish(State last, Optional<Failure> why) {
    CompletionStage<?> lettersGone = letterbox.close();
    nobodyThere(why.orElse(new Failure.SignedOut()));
    boolean wasSignedIn =
        !firstSignIn.complete(Outcome.failed(why.orElse(new Failure.SignedOut())));
    if (wasSignedIn) {
      office.delivery().tell(new Event.SignedOut(why));
    }
    gone(last).thenCompose(_ -> lettersGone).thenRun(() -> ended.complete(null));
  }

  private void nobodyThere(Failure why) {
    doorbell.get().signedOut(why);
    book.everybodyOffline();
    places = List.of();
  }

  private static CompletionStage<@Nullable Void> gone(State last) {
    return switch (last) {
      case State.SigningIn(var signIn) -> signIn.link().gone();
      case State.Online(var session) -> session.link().gone();
      case State.Waiting _, State.Ended _ -> CompletableFuture.completedStage(null);
    };
  }
}
