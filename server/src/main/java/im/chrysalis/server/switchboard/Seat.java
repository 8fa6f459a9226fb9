package im.chrysalis.server.switchboard;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.Member;
import im.chrysalis.domain.conversation.Message;
import im.chrysalis.domain.conversation.Payload;
import im.chrysalis.domain.person.Request.Introduction;
import im.chrysalis.net.Connection;
import im.chrysalis.server.referral.SwitchboardTokens.Token;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.command.SaidHead;
import im.chrysalis.wire.command.SwitchboardEvent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Optional;
import java.util.function.Consumer;

/** A switchboard client's place in its conversation. On the conversation's loop only. */
final class Seat implements Member {
  private final SwitchboardConnection client;
  private final Token token;
  private final Introduction who;
  private final Room room;
  private final EncodedText name;
  private final SaidHead head;
  private final Runnable end;

  Seat(SwitchboardConnection client, Token token, Introduction who, Room room) {
    this.client = client;
    this.token = token;
    this.who = who;
    this.room = room;
    this.name = EncodedText.of(who.card().name());
    this.head = SaidHead.of(who.card().address(), name);
    this.end = client::sendOffSoon;
  }

  Token token() {
    return token;
  }

  Room room() {
    return room;
  }

  EncodedText name() {
    return name;
  }

  /** What is to happen when the session behind the seat is ended from elsewhere. */
  Runnable end() {
    return end;
  }

  /** Closes the client's connection. */
  void sendOff() {
    client.sendOff();
  }

  /** Leaves because nobody says anything. */
  void leaveInSilence() {
    client.leaveInSilence();
  }

  /** See {@link Connection#whenTaken}. */
  void whenTaken(Consumer<Boolean> then) {
    client.socket().whenTaken(then);
  }

  @Override
  public Card card() {
    return who.card();
  }

  @Override
  public Capabilities capabilities() {
    return who.capabilities();
  }

  @Override
  public Optional<EndpointId> place() {
    return who.place();
  }

  @Override
  public void joined(Member other) {
    boolean first = !room.conversation().has(other.card().id());
    Attendance.lines(other, first, token.dialect())
        .forEach(address ->
            client.tell(
                new SwitchboardEvent.Joined(
                    address, EncodedText.of(other.card().name()), other.capabilities())));
  }

  @Override
  public void left(Member other, boolean idle) {
    boolean last = !room.conversation().has(other.card().id());
    Attendance.lines(other, last, token.dialect())
        .forEach(address -> client.tell(new SwitchboardEvent.Left(address, idle)));
  }

  @Override
  public boolean deliver(Message message) {
    if (client.isGone()) {
      return false;
    }
    Connection socket = client.socket();
    SaidHead from = headOf(message.sender());
    ByteBuf line = socket.buffer(from.maxLength());
    from.writeTo(line, message.payload().length());
    socket.write(line);
    socket.write(bytes(message.payload()));
    return true;
  }

  private static SaidHead headOf(Member sender) {
    return sender instanceof Seat seat
        ? seat.head
        : SaidHead.of(sender.card().address(), EncodedText.of(sender.card().name()));
  }

  private static ByteBuf bytes(Payload payload) {
    return payload instanceof Slice slice
        ? slice.bytes().retainedDuplicate()
        : Unpooled.wrappedBuffer(payload.copy());
  }

  @Override
  public boolean isCongested() {
    return client.socket().isCongested();
  }

  @Override
  public void pause() {
    client.pauseReading();
  }

  @Override
  public void resume() {
    client.readAgain();
  }
}
