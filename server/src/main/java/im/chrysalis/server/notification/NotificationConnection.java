package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.TicketId;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.Origin;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionEvent.ContactSeen;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.net.Connection;
import im.chrysalis.net.Gate;
import im.chrysalis.server.proof.Proven;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.session.GreetingLoop;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.ProveSignIn;
import im.chrysalis.wire.command.ClientCommand.StartSignIn;
import im.chrysalis.wire.command.ClientCommands;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.ShutdownNotice;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client at the notification server, from its first word to its last. */
final class NotificationConnection extends GreetingLoop implements SessionLink {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationConnection.class);

  /** Clients can be told of minutes only, and none of them is ready for 0. */
  private static final ShutdownNotice SHUTDOWN = new ShutdownNotice(1);

  private final Gate.Pass pass;
  private final NotificationServer server;
  private @Nullable SignIn signIn;
  private @Nullable SignedIn signedIn;
  private @Nullable SessionId id;
  private volatile @Nullable TicketId ticket;
  private final AtomicInteger coming = new AtomicInteger();
  private @Nullable Queue<SessionEvent> arrived;
  private @Nullable Map<AccountId, ContactSeen> held;

  NotificationConnection(NotificationServer server, Gate.Pass pass) {
    super(server.backbone());
    this.server = server;
    this.pass = pass;
  }

  @Override
  protected PayloadRule payloads() {
    return signedIn == null ? super.payloads() : ClientCommands.payloads(agreed());
  }

  // the way in

  @Override
  protected void startSignIn(StartSignIn start, EmailAddress account, Dialect agreed) {
    if (signedIn != null) {
      refuse(Refusals.ALREADY_SIGNED_IN, start.trId());
      return;
    }
    if (signIn == null) {
      signIn = new SignIn(new Handle(), agreed);
    }
    signIn.start(start, account);
  }

  @Override
  protected void further(ClientCommand command, Optional<TrId> trId, Dialect agreed) {
    SignedIn in = signedIn;
    if (in != null) {
      if (command instanceof ProveSignIn again) {
        refuse(Refusals.ALREADY_SIGNED_IN, again.trId());
      } else {
        in.on(command);
      }
    } else if (command instanceof ProveSignIn proof && signIn != null) {
      id = new SessionId(backbone().node(), connection().id());
      signIn.prove(proof, this, proven -> enter(proof.trId(), proven, agreed));
    } else {
      trId.ifPresent(id -> refuse(Refusals.NOT_SIGNED_IN, id));
      close();
    }
  }

  private void enter(TrId trId, SignIn.In in, Dialect agreed) {
    Account account = in.account();
    Optional<TicketId> shown = in.proven().ticket().map(Proven.Shown::id);
    ticket = shown.orElse(null);
    Online online = new Online(agreed, id(), account, in.place(), shown.map(Origin::of));
    SignedIn entered = new SignedIn(new Handle(), online, server.talkers(), server.circles());
    signedIn = entered;
    pass.known();
    connection().expectNothing();
    server.entered(this);
    backbone().meters().signedIn(agreed);
    LOG.info(
        "event=signed-in connection={} remote={} account={} dialect={}",
        connection().id(),
        connection().remote().getAddress().getHostAddress(),
        account.card().address(),
        agreed);
    SignIn way = signIn;
    signIn = null;
    if (way != null) {
      way.welcome(trId, in, entered::welcome);
    }
  }

  @Override
  protected void failed(Throwable fault, TrId trId) {
    super.failed(fault, trId);
    if (signedIn == null) {
      close();
    }
  }

  // what the person says

  @Override
  public SessionId id() {
    SessionId mine = id;
    if (mine == null) {
      throw new IllegalStateException("nobody has signed in");
    }
    return mine;
  }

  @Override
  public void deliver(SessionEvent event) {
    if (!connection().isInLoop() || coming.get() > 0 || isAwaiting()) {
      // behind what other threads have handed over before, be it an event or an answer
      coming.incrementAndGet();
      onLoop(() -> {
        coming.decrementAndGet();
        step(() -> show(event));
      });
    } else if (isStepping()) {
      Queue<SessionEvent> later = arrived;
      if (later == null) {
        later = new ArrayDeque<>();
        arrived = later;
      }
      later.add(event); // behind the answer that is being given
    } else {
      step(() -> show(event));
    }
  }

  @Override
  protected void afterStep() {
    Queue<SessionEvent> later = arrived;
    if (later != null) {
      arrived = null;
      later.forEach(this::show);
    }
  }

  private void show(SessionEvent event) {
    if (isClosing()) {
      return;
    }
    SignedIn in = signedIn;
    if (event instanceof SessionEvent.Ended(var why)) {
      end(why);
    } else if (in == null) {
      return; // the person took the session, and this end has yet to hear of it
    } else if (event instanceof ContactSeen seen && connection().isCongested()) {
      hold(seen);
    } else {
      in.show(event);
    }
  }

  /** Keeps the newest state of each contact while the client reads too slowly for all of them. */
  private void hold(ContactSeen seen) {
    Map<AccountId, ContactSeen> waiting = held;
    if (waiting == null) {
      waiting = new LinkedHashMap<>();
      held = waiting;
    }
    waiting.merge(
        seen.now().card().id(),
        seen,
        (older, newer) ->
            new ContactSeen(
                newer.before().isPresent() ? older.before() : newer.before(),
                newer.now(),
                newer.mark().isPresent() ? newer.mark() : older.mark()));
  }

  @Override
  public void relieved() {
    Map<AccountId, ContactSeen> waiting = held;
    SignedIn in = signedIn;
    if (waiting != null && in != null) {
      held = null;
      step(() -> waiting.values().forEach(in::show));
    }
  }

  private void end(SessionEvent.Ended.Why why) {
    if (why == SessionEvent.Ended.Why.SIGNED_IN_ELSEWHERE) {
      say(new ServerEvent.SignedOut("OTH"));
    }
    backbone().sessionEnds().ended(id());
    LOG.info("event=session-ended connection={} why={}", connection().id(), why);
    close();
  }

  /** The ticket that the client signed in with, if it did with one. Any thread. */
  Optional<TicketId> ticket() {
    return Optional.ofNullable(ticket);
  }

  // the way out

  /** The server shuts down. Any thread. */
  void shutDown() {
    onLoop(() ->
        step(() -> {
          if (signedIn != null) {
            say(new ServerEvent.ServerMessage(SHUTDOWN.message().bytes()));
            say(new ServerEvent.SignedOut("SSD"));
          }
          close();
        }));
  }

  @Override
  protected void gone() {
    SignedIn in = signedIn;
    SignIn way = signIn;
    signIn = null;
    held = null;
    if (in != null) {
      signedIn = null;
      in.leave();
      server.left(this);
      backbone().meters().signedOut(agreed());
      LOG.info("event=signed-out connection={} account={}", connection().id(), in.address());
      signOut(in.account());
    } else if (way != null) {
      way.entering().ifPresent(this::signOut); // the person was asked, and may have the session
    }
  }

  private void signOut(AccountId account) {
    if (!server.isGoingDown()) {
      backbone().people().tell(account, new Notice.SignOut(id()));
    }
  }

  /** What the handlers of commands may do with the connection. */
  private final class Handle implements Client {
    @Override
    public Backbone backbone() {
      return NotificationConnection.this.backbone();
    }

    @Override
    public Connection connection() {
      return NotificationConnection.this.connection();
    }

    @Override
    public void say(ServerEvent event) {
      NotificationConnection.this.say(event);
    }

    @Override
    public void say(byte[] bytes) {
      NotificationConnection.this.say(bytes);
    }

    @Override
    public void refuse(int code, TrId trId) {
      say(new ServerEvent.Refused(code, Optional.of(trId)));
    }

    @Override
    public <T> void await(CompletionStage<T> answer, TrId trId, Consumer<T> then) {
      NotificationConnection.this.await(answer, trId, then);
    }

    @Override
    public void soon(Runnable what) {
      onLoop(() -> {
        if (!isClosing()) {
          step(what);
        }
      });
    }

    @Override
    public void close() {
      NotificationConnection.this.close();
    }

    @Override
    public void part() {
      NotificationConnection.this.part();
    }

    @Override
    public String site() {
      return NotificationConnection.this.site();
    }
  }
}
