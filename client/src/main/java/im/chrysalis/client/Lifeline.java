package im.chrysalis.client;

import im.chrysalis.values.EndpointId;
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
  private final Self self;
  private final Supplier<Doorbell> doorbell;
  private final CircleBook circles;
  private final CompletableFuture<Outcome> firstSignIn = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private volatile State state = new State.Waiting(() -> {});
  private List<Dialect> offered;
  private int failures;

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
    offered = options.offered();
    self = new Self(office, this, options);
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

  /** The account itself. */
  Self self() {
    return self;
  }

  /** Which place this is. Any thread. */
  EndpointId place() {
    return place;
  }

  /** Asks the server something. */
  CompletionStage<Reply> ask(Function<TrId, ClientCommand> command) {
    return session()
        .map(session -> session.ask(command))
        .orElseGet(
            () -> CompletableFuture.completedStage(new Reply.Failed(new Failure.NotConnected())));
  }

  /** Says something that the server passes on; done when it has nothing against it. */
  CompletionStage<Outcome> say(RoutedMessage message) {
    return session()
        .map(session -> session.say(message))
        .orElseGet(
            () -> CompletableFuture.completedStage(Outcome.failed(new Failure.NotConnected())));
  }

  /** The same without wanting to hear what becomes of it. */
  void mention(RoutedMessage message) {
    session().ifPresent(session -> session.mention(message));
  }

  /** The version that is spoken, while there is a connection. Any thread. */
  Optional<Dialect> dialect() {
    return session().map(Session::dialect);
  }

  /** The session, while there is a connection. */
  Optional<Session> session() {
    return state instanceof State.Online(var session) ? Optional.of(session) : Optional.empty();
  }

  @Override
  public void named(String now) {
    self.named(now);
  }

  @Override
  public void places(List<Place> now) {
    self.places(now);
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
    self.named(online.name());
    session
        .begin(self.look())
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
        .tell(new Event.SignedIn(credentials.account(), self.name(), session.dialect(), again));
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
        && options.web().authorities().isEmpty()
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
    self.isNowhere();
  }

  private static CompletionStage<@Nullable Void> gone(State last) {
    return switch (last) {
      case State.SigningIn(var signIn) -> signIn.link().gone();
      case State.Online(var session) -> session.link().gone();
      case State.Waiting _, State.Ended _ -> CompletableFuture.completedStage(null);
    };
  }
}
