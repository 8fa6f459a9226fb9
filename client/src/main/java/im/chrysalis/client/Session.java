package im.chrysalis.client;

import im.chrysalis.client.web.WaitingMail;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.challenge.Product;
import im.chrysalis.wire.challenge.Products;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.AnswerChallenge;
import im.chrysalis.wire.command.ClientCommand.ChangeMemberships;
import im.chrysalis.wire.command.ClientCommand.Ping;
import im.chrysalis.wire.command.ClientCommand.SendRouted;
import im.chrysalis.wire.command.ClientCommand.SetPrivacyDefault;
import im.chrysalis.wire.command.ClientCommand.SignOut;
import im.chrysalis.wire.command.ClientCommand.Synchronize;
import im.chrysalis.wire.command.ClientCommands;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.*;
import im.chrysalis.wire.command.ServerEvents;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.BookNotice;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.ShutdownNotice;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.xml.MalformedXml;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One signed-in connection to a notification server. Lives on the messenger's turn. */
final class Session implements Link.Speaker {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Duration PING_EVERY = Duration.ofSeconds(50);

  /** What the server may wish for instead, in seconds. */
  private static final int SHORTEST_PING = 5;

  private static final int LONGEST_PING = 300;

  private static final Product PRODUCT = Products.MSN_MESSENGER;
  private static final Product LATER_PRODUCT = Products.MSN_MESSENGER_7;

  private final Office office;
  private final Link link;
  private final Dialect dialect;
  private final TrIds trIds;
  private final Events events;
  private final Requests requests;
  private final Bookkeeper bookkeeper;
  private final AddressBook addressBook;
  private final Letterbox letterbox;
  private final OtherPlaces otherPlaces;
  private final CircleBook circles;
  private final Doorbell doorbell;
  private final Showing showing;
  private final Arrivals arrivals;

  /** Those without an answer, and what each stands behind, when it is not for its own sake. */
  private final Queue<Optional<TrId>> pings = new ArrayDeque<>();

  private Optional<String> nameInBook = Optional.empty();
  private Timer.Task ping;
  private boolean heardSincePing = true;

  /** What a session tells its owner, on the messenger's turn. */
  interface Events {
    /** The account is called so. */
    void named(String name);

    /** The account is signed in from these places. */
    void places(List<Place> places);

    void referred(ServerAddress server);

    void ended(Failure why);
  }

  /** What a session has to do with besides the office. */
  record Surroundings(
      Book book,
      Desk desk,
      Letterbox letterbox,
      EndpointId place,
      Machine machine,
      CircleBook circles,
      Doorbell doorbell,
      Events events) {}

  Session(Office office, SignIn.Result.Online online, Surroundings around) {
    this.office = office;
    events = around.events();
    letterbox = around.letterbox();
    otherPlaces = new OtherPlaces(office, this, around.place(), around.machine());
    circles = around.circles();
    doorbell = around.doorbell();
    link = online.link();
    dialect = online.dialect();
    trIds = online.trIds();
    requests = new Requests(office.timer());
    bookkeeper = new Bookkeeper(around.book(), dialect, requests);
    addressBook =
        new AddressBook(
            office.self(),
            around.desk(),
            around.book(),
            dialect.has(Trait.CIRCLES) ? circles::told : _ -> {});
    showing =
        dialect.has(Trait.ROUTED)
            ? new ShownInDocuments(office.self(), around.place(), this, around.machine())
            : new ShownInLines(office.self(), this);
    Documents documents =
        new Documents(office.self(), around.place(), around.book(), events::places);
    arrivals = new Arrivals(documents, doorbell, circles);
    ping = office.timer().after(PING_EVERY, this::ping);
    link.handOver(this);
  }

  Dialect dialect() {
    return dialect;
  }

  Link link() {
    return link;
  }

  /** The account's other places. */
  OtherPlaces otherPlaces() {
    return otherPlaces;
  }

  /** Asks for the lists, then shows the status and what else the account tells. */
  CompletionStage<Outcome> begin(Look look) {
    CompletionStage<Outcome> lists = dialect.hasAddressBook() ? readBook() : synchronize();
    return Steps.after(lists, () -> showing.begin(look, nameInBook));
  }

  /** How the account tells how it appears. */
  Showing showing() {
    return showing;
  }

  private CompletionStage<Outcome> synchronize() {
    CompletionStage<Outcome> lists = bookkeeper.begin();
    boolean twoStamps = dialect.hasNamedWords();
    say(new Synchronize(trIds.next(), twoStamps ? List.of("0", "0") : List.of("0")));
    return lists;
  }

  /** Reads the lists, and tells the server what it wants to be told of them at each sign-in. */
  private CompletionStage<Outcome> readBook() {
    return addressBook
        .begin()
        .thenCompose(read ->
            switch (read) {
              case AddressBook.Read.Done(var ownName) -> {
                ownName.ifPresent(events::named);
                nameInBook = ownName;
                yield tellLists();
              }
              case AddressBook.Read.Failed(var why) ->
                  CompletableFuture.completedStage(Outcome.failed(why));
            });
  }

  private CompletionStage<Outcome> tellLists() {
    CompletionStage<Outcome> told =
        ask(trId -> new SetPrivacyDefault(trId, addressBook.privacy())).thenApply(Reply::outcome);
    for (byte[] people : addressBook.memberships(dialect)) {
      told = afterwards(told, trId -> new ChangeMemberships(trId, "ADL", people));
    }
    return told;
  }

  /** Asks something once something else is done. */
  private CompletionStage<Outcome> afterwards(
      CompletionStage<Outcome> first, Function<TrId, ClientCommand> command) {
    return first.thenCompose(outcome ->
        outcome.isDone()
            ? ask(command).thenApply(Reply::outcome)
            : CompletableFuture.completedStage(outcome));
  }

  /** Says a command, and tells what the server replies. */
  CompletionStage<Reply> ask(Function<TrId, ClientCommand> command) {
    TrId trId = trIds.next();
    CompletionStage<Reply> reply = requests.expect(trId);
    say(command.apply(trId));
    return reply;
  }

  /**
   * Says something that the server passes on. It does not answer when it could, so it is asked for
   * a sign of life behind that: what has not been refused by then is done.
   */
  CompletionStage<Outcome> say(RoutedMessage message) {
    TrId trId = trIds.next();
    CompletionStage<Reply> reply = requests.expect(trId);
    say(new SendRouted(trId, message.bytes()));
    say(new Ping());
    pings.add(Optional.of(trId));
    return reply.thenApply(Reply::outcome);
  }

  /** The same without wanting to hear what becomes of it. */
  void mention(RoutedMessage message) {
    say(new SendRouted(trIds.next(), message.bytes()));
  }

  /** Signs out; what still waits for a reply fails. */
  void leave() {
    say(new SignOut());
    close();
    failAll(new Failure.SignedOut());
  }

  private void end(Failure why) {
    close();
    // the owner first: whoever waits for a reply may ask it for something else at once
    events.ended(why);
    failAll(why);
  }

  private void close() {
    addressBook.end();
    circles.end();
    ping.cancel();
    link.close();
  }

  private void failAll(Failure why) {
    requests.failAll(why);
    bookkeeper.fail(why);
  }

  @Override
  public void opened() {
    throw new IllegalStateException("a session begins on an open link");
  }

  @Override
  public PayloadRule payloads() {
    return ServerEvents.payloads(dialect);
  }

  @Override
  public void lost(Failure why) {
    end(why);
  }

  @Override
  public void heard(Frame frame) throws MalformedCommand {
    heardSincePing = true;
    ServerEvent event = ServerEvents.read(frame, dialect);
    if (event instanceof PersonalDataIs it && it.who().equals(office.self())) {
      events.places(otherPlaces.read(it.xml()));
      return;
    }
    if (bookkeeper.take(event)) {
      return;
    }
    switch (event) {
      case OwnName it -> {
        events.named(it.name().text());
        requests.given(it.trId(), it);
      }
      case StatusSet it -> requests.given(it.trId(), it);
      case PersonalDataSet it -> requests.given(it.trId(), it);
      case MembershipsTaken it -> requests.given(it.trId(), it);
      case MembershipsChanged _ -> addressBook.staleAlready();
      case NoteTaken it -> requests.given(it.trId(), it);
      case NoteReceived it -> {
        if (otherPlaces.askToSignOut(it)) {
          signedOutElsewhere();
        }
      }
      case PublishTaken it -> requests.given(it.trId(), it);
      case WithdrawTaken it -> requests.given(it.trId(), it);
      case CirclesShown it -> requests.given(it.trId(), it);
      case Published(var body) -> arrivals.published(body);
      case Withdrawn(var body) -> {
        if (arrivals.withdrawn(body)) {
          signedOutElsewhere();
        }
      }
      case RoutedReceived(var body) -> arrivals.said(body);
      case PresenceInCircle(var member, var circle) ->
          Arrivals.circle(circle).ifPresent(it -> circles.seen(it, member));
      case WentFromCircle(var who, var circle) ->
          Arrivals.circle(circle).ifPresent(it -> circles.went(it, who));
      case Alert(var xml) -> alerted(xml);
      case Challenge(var digits) -> say(answer(digits));
      case Pong(var seconds) -> {
        Optional.ofNullable(pings.poll())
            .flatMap(said -> said)
            .ifPresent(trId -> requests.given(trId, event));
        if (seconds > 0) {
          pingIn(Duration.ofSeconds(Math.clamp(seconds, SHORTEST_PING, LONGEST_PING)));
        }
      }
      case ServerMessage(var mime) -> read(MimeMessage.read(mime));
      case ReferredToSwitchboard it -> requests.given(it.trId(), it);
      case ReferredToNotification(_, var server, _) -> refer(server);
      case Ringing it -> doorbell.invited(it, dialect);
      case SignedOut(var reason) -> end(meaning(reason));
      case Refused(var code, var trId) -> {
        if (trId.isEmpty() || !requests.refused(trId.get(), code)) {
          LOG.debug("account={} refused unasked: {}", office.self(), code);
        }
      }
      case ServerEvent other -> LOG.trace("account={} passed over {}", office.self(), other);
    }
  }

  private void signedOutElsewhere() {
    say(new SignOut());
    end(new Failure.SignedOutElsewhere());
  }

  /**
   * There are alerts of other kinds, and some that are no XML: none of them is a reason to part.
   */
  private void alerted(byte[] xml) {
    try {
      BookNotice.of(xml).ifPresent(this::changedElsewhere);
    } catch (MalformedCommand fault) {
      LOG.debug("account={} alert: {}", office.self(), fault.getMessage());
    }
  }

  private void changedElsewhere(BookNotice notice) {
    Optional<CircleId> circle = notice.circle().map(UUID::toString).flatMap(CircleId::parse);
    if (circle.isPresent() && dialect.has(Trait.CIRCLES)) {
      circles.changed(circle.get());
    } else if (circle.isEmpty() && dialect.hasAddressBook()) {
      addressBook.readAgain();
    }
  }

  private AnswerChallenge answer(String digits) {
    return dialect.has(Trait.LATER_CHALLENGE)
        ? new AnswerChallenge(
            trIds.next(), LATER_PRODUCT.id(), LATER_PRODUCT.answerSinceMsnp11(digits))
        : new AnswerChallenge(trIds.next(), PRODUCT.id(), PRODUCT.answer(digits));
  }

  private void read(MimeMessage message) throws MalformedCommand {
    try {
      WaitingMail.noticed(message).ifPresent(letterbox::noticed);
    } catch (MalformedXml none) {
      throw new MalformedCommand(Fault.SYNTAX, "a list of mail: " + none.getMessage());
    }
    ShutdownNotice.of(message)
        .ifPresent(notice ->
            office
                .delivery()
                .tell(new Event.ShutdownAnnounced(Duration.ofMinutes(notice.minutes()))));
  }

  private void refer(String server) throws MalformedCommand {
    ServerAddress next =
        ServerAddress.parse(server)
            .orElseThrow(() -> new MalformedCommand(Fault.SYNTAX, "XFR to " + server));
    close();
    events.referred(next);
    failAll(new Failure.ConnectionLost("moved to another server"));
  }

  private static Failure meaning(String reason) {
    return switch (reason) {
      case "OTH" -> new Failure.SignedInElsewhere();
      case "SSD" -> new Failure.ServerShutDown();
      default -> new Failure.ConnectionLost("signed out by the server " + reason);
    };
  }

  /** Says that we are there, and gives up when nothing at all came since the last time. */
  private void ping() {
    if (!heardSincePing) {
      end(new Failure.ConnectionLost("the server does not answer"));
      return;
    }
    heardSincePing = false;
    say(new Ping());
    pings.add(Optional.empty());
    pingIn(PING_EVERY);
  }

  /** The server may say when it wants to hear of us again. */
  private void pingIn(Duration time) {
    ping.cancel();
    ping = office.timer().after(time, this::ping);
  }

  private void say(ClientCommand command) {
    link.say(ClientCommands.write(command, dialect));
  }
}
