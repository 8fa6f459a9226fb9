package im.chrysalis.client;

import im.chrysalis.values.ContactList;
import im.chrysalis.values.Status;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.challenge.Product;
import im.chrysalis.wire.challenge.Products;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.AnswerChallenge;
import im.chrysalis.wire.command.ClientCommand.Ping;
import im.chrysalis.wire.command.ClientCommand.SetStatus;
import im.chrysalis.wire.command.ClientCommand.SignOut;
import im.chrysalis.wire.command.ClientCommand.Synchronize;
import im.chrysalis.wire.command.ClientCommands;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.*;
import im.chrysalis.wire.command.ServerEvents;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.ShutdownNotice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One signed-in connection to a notification server. Lives on the messenger's turn. */
final class Session implements Link.Speaker {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Duration PING_EVERY = Duration.ofSeconds(50);
  private static final Product PRODUCT = Products.MSN_MESSENGER;

  private final Office office;
  private final Link link;
  private final Dialect dialect;
  private final TrIds trIds;
  private final Book book;
  private final Events events;
  private final Requests requests;
  private final CompletableFuture<Outcome> listsAreThere = new CompletableFuture<>();
  private Timer.Task ping;
  private boolean heardSincePing = true;

  /** What a session tells its owner, on the messenger's turn. */
  interface Events {
    void invited(Ringing invitation, Dialect dialect);

    void referred(ServerAddress server);

    void ended(Failure why);
  }

  Session(Office office, SignIn.Result.Online online, Book book, Events events) {
    this.office = office;
    this.book = book;
    this.events = events;
    link = online.link();
    dialect = online.dialect();
    trIds = online.trIds();
    requests = new Requests(office.timer());
    ping = office.timer().after(PING_EVERY, this::ping);
    link.handOver(this);
  }

  Dialect dialect() {
    return dialect;
  }

  Link link() {
    return link;
  }

  /** Asks for the lists and then shows the status. */
  CompletionStage<Outcome> begin(Status status) {
    book.beginAnew();
    say(new Synchronize(trIds.next(), List.of("0")));
    return listsAreThere.thenCompose(lists ->
        lists.isDone()
            ? ask(trId -> SetStatus.of(trId, status)).thenApply(Reply::outcome)
            : CompletableFuture.completedStage(lists));
  }

  /** Says a command, and tells what the server replies. */
  CompletionStage<Reply> ask(Function<TrId, ClientCommand> command) {
    TrId trId = trIds.next();
    CompletionStage<Reply> reply = requests.expect(trId);
    say(command.apply(trId));
    return reply;
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
    ping.cancel();
    link.close();
  }

  private void failAll(Failure why) {
    requests.failAll(why);
    listsAreThere.complete(Outcome.failed(why));
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
    switch (ServerEvents.read(frame, dialect)) {
      case ContactListed it -> {
        book.listed(it);
        endsLists(it.list(), it.index() == it.count());
      }
      case ListEmpty it -> endsLists(it.list(), true);
      case GroupListed it -> book.groupListed(it.group(), it.name().text());
      case PrivacyDefaultIs it -> {
        book.privacy(it.privacy());
        replied(it.trId(), it);
      }
      case AddNoticeIs it -> {
        book.addNotice(it.notice());
        replied(it.trId(), it);
      }
      case ContactAdded it -> {
        book.added(it, it.trId().equals(TrId.UNASKED));
        requests.given(it.trId(), it);
      }
      case ContactRemoved it -> {
        book.removed(it);
        requests.given(it.trId(), it);
      }
      case Renamed it -> {
        book.renamed(it);
        requests.given(it.trId(), it);
      }
      case GroupAdded it -> {
        book.groupChanged(it.group(), it.name().text());
        requests.given(it.trId(), it);
      }
      case GroupRenamed it -> {
        book.groupChanged(it.group(), it.name().text());
        requests.given(it.trId(), it);
      }
      case GroupRemoved it -> {
        book.groupRemoved(it.group());
        requests.given(it.trId(), it);
      }
      case StatusSet it -> requests.given(it.trId(), it);
      case InitialPresence it -> book.appeared(it.contact());
      case Presence it -> book.appeared(it.contact());
      case WentOffline it -> book.wentOffline(it.who());
      case Challenge(var digits) ->
          say(new AnswerChallenge(trIds.next(), PRODUCT.id(), PRODUCT.answer(digits)));
      case ServerMessage(var mime) -> read(MimeMessage.read(mime));
      case ReferredToSwitchboard it -> requests.given(it.trId(), it);
      case ReferredToNotification(_, var server, _) -> refer(server);
      case Ringing it -> events.invited(it, dialect);
      case SignedOut(var reason) -> end(meaning(reason));
      case Refused(var code, var trId) -> {
        if (trId.isEmpty() || !requests.refused(trId.get(), code)) {
          LOG.debug("account={} refused unasked: {}", office.self(), code);
        }
      }
      case ServerEvent other -> LOG.trace("account={} passed over {}", office.self(), other);
    }
  }

  /** A setting among the lists, or the answer to a change of it. */
  private void replied(TrId trId, ServerEvent event) {
    if (listsAreThere.isDone()) {
      book.publish(); // before whoever asked hears that it is done
    }
    requests.given(trId, event);
  }

  /** The reverse list is the last one, and its last line the end of the lists. */
  private void endsLists(ContactList list, boolean last) {
    if (list == ContactList.REVERSE && last && !listsAreThere.isDone()) {
      book.publish();
      listsAreThere.complete(Outcome.done());
    }
  }

  private void read(MimeMessage message) throws MalformedCommand {
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
    ping = office.timer().after(PING_EVERY, this::ping);
  }

  private void say(ClientCommand command) {
    link.say(ClientCommands.write(command, dialect));
  }
}
