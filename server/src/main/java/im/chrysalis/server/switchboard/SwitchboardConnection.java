package im.chrysalis.server.switchboard;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.Conversation;
import im.chrysalis.domain.conversation.Message;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.Invitation;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.Request.Introduction;
import im.chrysalis.net.Connection;
import im.chrysalis.net.Gate;
import im.chrysalis.server.referral.SwitchboardTokens.Token;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.session.CommandLoop;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.MessageHead;
import im.chrysalis.wire.command.SwitchboardCommand.Answer;
import im.chrysalis.wire.command.SwitchboardCommand.Invite;
import im.chrysalis.wire.command.SwitchboardCommand.Leave;
import im.chrysalis.wire.command.SwitchboardCommand.Open;
import im.chrysalis.wire.command.SwitchboardCommand.Receipt;
import im.chrysalis.wire.command.SwitchboardCommand.Say;
import im.chrysalis.wire.command.SwitchboardCommand.Unknown;
import im.chrysalis.wire.command.SwitchboardCommands;
import im.chrysalis.wire.command.SwitchboardEvent;
import im.chrysalis.wire.command.SwitchboardEvents;
import im.chrysalis.wire.dialect.Trait;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.FastThreadLocal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client at the switchboard: one participant of one conversation. */
final class SwitchboardConnection extends CommandLoop {
  private static final Logger LOG = LoggerFactory.getLogger(SwitchboardConnection.class);
  private static final int BAD_ACCOUNT = 208;
  private static final int ALREADY_THERE = 215;
  private static final int NOT_REACHABLE = 217;
  private static final int TOO_ACTIVE = 713;
  private static final int NOT_ADMITTED = 911;

  private static final FastThreadLocal<MessageHead> HEADS =
      new FastThreadLocal<>() {
        @Override
        protected MessageHead initialValue() {
          return new MessageHead();
        }
      };

  private final Rooms rooms;
  private final Backbone backbone;
  private final Gate.Pass pass;
  private @Nullable Seat seat;

  SwitchboardConnection(Rooms rooms, Gate.Pass pass) {
    this.rooms = rooms;
    this.backbone = rooms.backbone();
    this.pass = pass;
  }

  @Override
  public void opened(Connection connection) {
    super.opened(connection);
    connection.expectWithin(backbone.settings().get().signInTime());
  }

  @Override
  protected int badAddress() {
    return BAD_ACCOUNT;
  }

  @Override
  protected void badSyntax(TrId trId) {
    close();
  }

  @Override
  protected PayloadRule payloads() {
    Seat mine = seat;
    return mine == null
        ? PayloadRule.LINES_ONLY
        : SwitchboardCommands.payloads(mine.token().dialect());
  }

  @Override
  protected void on(Frame frame) throws MalformedCommand {
    Seat mine = seat;
    if (mine == null) {
      switch (SwitchboardCommands.readFirst(frame)) {
        case Open it -> open(it);
        case Answer it -> answer(it);
        case Leave _ -> part();
        case Unknown _ -> close();
      }
      return;
    }
    switch (SwitchboardCommands.read(frame, mine.token().dialect())) {
      case Invite it -> invite(mine, it);
      case Say it ->
          relay(mine, it.trId().value(), it.receipt(), Unpooled.wrappedBuffer(it.message()));
      case Leave _ -> part();
      case Unknown(Optional<TrId> trId, String verb) -> unknown(trId, verb);
      case Open it -> refuseAndClose(it.trId());
      case Answer it -> refuseAndClose(it.trId());
    }
  }

  /** COMPAT Pidgin and others ping here too, which is no part of the protocol and no offence. */
  private void unknown(Optional<TrId> trId, String verb) {
    if (trId.isPresent()) {
      refuse(502, trId.get());
    } else if (!verb.equals("PNG")) {
      close();
    }
  }

  // the way in

  private void open(Open it) {
    admit(
        it.trId(),
        it.account(),
        it.token(),
        0,
        (token, who) -> {
          Room room = rooms.open(connection().loop());
          Seat mine = sit(token, who, room);
          say(new SwitchboardEvent.Opened(it.trId(), it.account(), mine.name()));
        });
  }

  private void answer(Answer it) {
    if (!TrId.matches(it.conversation()) || Long.parseLong(it.conversation()) > Integer.MAX_VALUE) {
      refuseAndClose(it.trId());
      return;
    }
    int number = Integer.parseInt(it.conversation());
    admit(
        it.trId(),
        it.account(),
        it.token(),
        number,
        (token, who) -> {
          if (token.sender().isPresent()) {
            listen(it, token, who, token.sender().get());
            return;
          }
          Optional<Room> room = rooms.find(number);
          if (room.isEmpty()) {
            refuseAndClose(it.trId());
            return;
          }
          await(arrivedAt(room.get()), it.trId(), _ -> join(it, token, who, room.get()));
        });
  }

  /** Somebody comes to hear what another has left, if no other client has fetched it meanwhile. */
  private void listen(Answer it, Token token, Introduction who, AccountId sender) {
    await(
        backbone.offlineMessages().waiting(token.account()),
        it.trId(),
        waiting -> {
          List<OfflineMessage> letters =
              waiting.stream().filter(letter -> letter.from().id().equals(sender)).toList();
          if (letters.isEmpty()) {
            refuseAndClose(it.trId());
          } else {
            Room room = rooms.open(connection().loop());
            Delivery.begin(letters, token.account(), room, backbone);
            join(it, token, who, room);
          }
        });
  }

  private void join(Answer it, Token token, Introduction who, Room room) {
    if (room.conversation().isFull()
        && !room.conversation().isRinging(token.account(), backbone.timer().now())) {
      refuseAndClose(it.trId());
      return;
    }
    List<Attendance.Line> present =
        Attendance.present(room.conversation().members(), token.dialect());
    sit(token, who, room);
    for (int i = 0; i < present.size(); i++) {
      Attendance.Line line = present.get(i);
      say(
          new SwitchboardEvent.Present(
              it.trId(),
              i + 1,
              present.size(),
              line.who(),
              EncodedText.of(line.member().card().name()),
              line.member().capabilities()));
    }
    say(new SwitchboardEvent.Answered(it.trId()));
  }

  private CompletionStage<Boolean> arrivedAt(Room room) {
    var arrived = new CompletableFuture<Boolean>();
    connection().moveTo(room.loop(), () -> arrived.complete(true));
    return arrived;
  }

  /** Looks at a token, and asks the person behind it whether the session still stands. */
  private void admit(
      TrId trId,
      String account,
      String shown,
      int conversation,
      BiConsumer<Token, Introduction> then) {
    Optional<Token> token =
        backbone
            .tokens()
            .redeem(shown, backbone.node())
            .filter(it -> it.conversation() == conversation);
    Optional<EmailAddress> address = EndpointAddress.parse(account).map(EndpointAddress::account);
    if (token.isEmpty() || address.isEmpty()) {
      refuseAndClose(trId);
      return;
    }
    await(
        backbone.people().ask(token.get().account(), new Request.Introduce(token.get().session())),
        trId,
        who -> {
          if (who.isPresent() && who.get().card().address().equals(address.get())) {
            then.accept(token.get(), who.get());
          } else {
            refuseAndClose(trId);
          }
        });
  }

  @Override
  protected void failed(Throwable fault, TrId trId) {
    if (seat == null) {
      // the account is gone since the token was made, or the store fails
      LOG.info("event=not-admitted connection={} because={}", connection().id(), fault.toString());
      refuseAndClose(trId);
    } else {
      super.failed(fault, trId);
    }
  }

  private void refuseAndClose(TrId trId) {
    refuse(NOT_ADMITTED, trId);
    close();
  }

  private Seat sit(Token token, Introduction who, Room room) {
    Seat mine = new Seat(this, token, who, room);
    seat = mine;
    pass.known();
    room.conversation().join(mine);
    room.stir();
    connection().expectWithin(backbone.settings().get().idleConversation());
    backbone.sessionEnds().add(token.session(), mine.end());
    LOG.debug(
        "event=joined connection={} conversation={} account={}",
        connection().id(),
        room.conversation().id(),
        who.card().address());
    return mine;
  }

  // invitations

  private void invite(Seat mine, Invite it) {
    Conversation conversation = mine.room().conversation();
    if (!backbone.invites().admits(mine.card().id())) {
      refuse(TOO_ACTIVE, it.trId());
      return;
    }
    await(
        backbone.accounts().byAddress(it.who()),
        it.trId(),
        found -> {
          if (found.isEmpty()) {
            refuse(NOT_REACHABLE, it.trId());
          } else if (isOwnPlaces(mine, found.get())) {
            ringOwnPlaces(mine, it.trId());
          } else if (conversation.has(found.get().id())
              || conversation.isRinging(found.get().id(), backbone.timer().now())) {
            refuse(ALREADY_THERE, it.trId());
          } else if (conversation.isFull()) {
            refuse(TOO_ACTIVE, it.trId());
          } else {
            ring(mine, it.trId(), found.get());
          }
        });
  }

  private static boolean isOwnPlaces(Seat mine, Card callee) {
    return callee.id().equals(mine.card().id()) && mine.token().dialect().has(Trait.ENDPOINTS);
  }

  /**
   * COMPAT Windows Live Messenger 2009: it calls its own account first, for its other places, and
   * goes on only when that account has come, whether there are other places or not.
   */
  private void ringOwnPlaces(Seat mine, TrId trId) {
    await(
        ringing(mine, mine.card()),
        trId,
        _ -> {
          say(new SwitchboardEvent.Rings(trId, mine.room().conversation().id().number()));
          say(
              new SwitchboardEvent.Joined(
                  new EndpointAddress(mine.card().address(), Optional.empty()),
                  mine.name(),
                  mine.capabilities()));
        });
  }

  private CompletionStage<Boolean> ringing(Seat mine, Card callee) {
    return backbone
        .people()
        .ask(
            callee.id(),
            new Request.Ring(
                new Invitation(
                    mine.room().conversation().id(),
                    mine.card(),
                    mine.token().session(),
                    backbone.addresses().place())));
  }

  private void ring(Seat mine, TrId trId, Card callee) {
    Conversation conversation = mine.room().conversation();
    conversation.rings(callee.id(), backbone.timer().now());
    await(
        ringing(mine, callee),
        trId,
        rings -> {
          if (rings) {
            say(new SwitchboardEvent.Rings(trId, conversation.id().number()));
          } else {
            conversation.doesNotRing(callee.id());
            refuse(NOT_REACHABLE, trId);
          }
        });
  }

  // the relay

  @Override
  protected Taken take(ByteBuf in) throws MalformedCommand {
    Seat mine = seat;
    if (mine == null) {
      return Taken.NO;
    }
    MessageHead head = HEADS.get();
    return switch (head.scan(in, SwitchboardCommands.maxMessage(mine.token().dialect()))) {
      case OTHER -> Taken.NO;
      case INCOMPLETE -> Taken.NOT_YET;
      case WHOLE -> {
        in.skipBytes(head.headLength());
        relay(mine, head.trId(), head.receipt(), in.readSlice(head.payloadLength()));
        yield Taken.YES;
      }
    };
  }

  private void relay(Seat mine, long trId, Receipt receipt, ByteBuf bytes) {
    boolean bulk = receipt == Receipt.DATA;
    if (bulk && !mine.token().dialect().has(Trait.DATA_MESSAGES)) {
      close();
      return;
    }
    mine.room().stir();
    backbone.meters().messageRelayed();
    boolean taken = mine.room().conversation().relay(new Message(mine, new Slice(bytes), bulk));
    if (taken && (bulk || receipt == Receipt.ALWAYS)) {
      say(new SwitchboardEvent.Delivered(new TrId(trId)));
    } else if (!taken && receipt != Receipt.NEVER) {
      say(new SwitchboardEvent.Undelivered(new TrId(trId)));
    }
  }

  private void say(SwitchboardEvent event) {
    Seat mine = seat;
    if (mine != null) {
      say(SwitchboardEvents.write(event, mine.token().dialect()));
    }
  }

  // what the conversation says, through the seat

  void tell(SwitchboardEvent event) {
    step(() -> say(event));
  }

  void pauseReading() {
    holdBack();
  }

  void readAgain() {
    goOn();
  }

  Connection socket() {
    return connection();
  }

  boolean isGone() {
    return isClosing();
  }

  void sendOff() {
    close();
  }

  /** The session was ended from elsewhere. Any thread. */
  void sendOffSoon() {
    onLoop(this::close);
  }

  // the way out

  @Override
  public void expired() {
    Seat mine = seat;
    if (mine == null) {
      close();
      return;
    }
    Duration left = backbone.settings().get().idleConversation().minus(mine.room().quiet());
    if (left.isPositive()) {
      connection().expectWithin(left);
    } else {
      mine.room().endInSilence();
    }
  }

  /** Leaves a conversation in which nobody says anything. */
  void leaveInSilence() {
    Seat mine = seat;
    if (mine != null) {
      leave(mine, true);
      close();
    }
  }

  @Override
  public void relieved() {
    Seat mine = seat;
    if (mine != null) {
      mine.room().conversation().relieved(mine);
    }
  }

  @Override
  protected void gone() {
    Seat mine = seat;
    if (mine != null) {
      leave(mine, false);
    }
  }

  private void leave(Seat mine, boolean idle) {
    seat = null;
    backbone.sessionEnds().remove(mine.token().session(), mine.end());
    mine.room().leave(mine, idle);
  }
}
