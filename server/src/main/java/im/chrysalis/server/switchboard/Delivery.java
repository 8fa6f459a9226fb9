package im.chrysalis.server.switchboard;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.Conversation;
import im.chrysalis.domain.conversation.Member;
import im.chrysalis.domain.conversation.Message;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.Request;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EndpointId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in a conversation for somebody who left messages, says them to the reader's client one by
 * one, and leaves. A message stops waiting when that client's connection has taken it, and only
 * then comes the next. On the conversation's loop only.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/offline-messages.md#old">docs/protocol/offline-messages.md</a>
 */
final class Delivery implements Member {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final Card sender;
  private final AccountId reader;
  private final Room room;
  private final Backbone backbone;
  private boolean begun;

  private Delivery(Card sender, AccountId reader, Room room, Backbone backbone) {
    this.sender = sender;
    this.reader = reader;
    this.room = room;
    this.backbone = backbone;
  }

  /** Waits in a room that nobody has come to yet. */
  static void await(Card sender, AccountId reader, Room room, Backbone backbone) {
    Delivery delivery = new Delivery(sender, reader, room, backbone);
    room.conversation().join(delivery);
    room.conversation().rings(reader, backbone.timer().now());
    backbone.timer().after(Conversation.RING, () -> room.loop().execute(delivery::giveUp));
  }

  private void giveUp() {
    if (!begun) {
      leave();
    }
  }

  @Override
  public void joined(Member other) {
    if (!begun && other instanceof Seat seat && seat.card().id().equals(reader)) {
      begun = true;
      room.loop().execute(() -> read(seat)); // behind the lines that tell the client who is here
    }
  }

  /** What waits is read only now: another client may have fetched some of it. */
  private void read(Seat seat) {
    backbone
        .offlineMessages()
        .waiting(reader)
        .whenComplete((found, fault) -> room.loop().execute(() -> begin(seat, found, fault)));
  }

  private void begin(Seat seat, @Nullable List<OfflineMessage> found, @Nullable Throwable fault) {
    if (found == null) {
      LOG.error("account={} can't read what waits", reader, fault);
      leave();
      return;
    }
    say(seat, found.stream().filter(it -> it.from().id().equals(sender.id())).iterator());
  }

  private void say(Seat seat, Iterator<OfflineMessage> rest) {
    if (!rest.hasNext()) {
      leave();
      return;
    }
    OfflineMessage message = rest.next();
    for (SpokenLetter part : SpokenLetter.of(message)) {
      seat.deliver(new Message(this, part, false)); // to nobody whom the reader may have called in
    }
    seat.whenTaken(taken -> {
      if (taken) {
        takeAway(message, () -> say(seat, rest));
      } else {
        leave();
      }
    });
  }

  private void takeAway(OfflineMessage message, Runnable then) {
    backbone
        .people()
        .ask(reader, new Request.TakeMessages(Set.of(message.id())))
        .whenComplete((_, fault) ->
            room.loop()
                .execute(() -> {
                  if (fault == null) {
                    then.run();
                  } else {
                    LOG.error(
                        "account={} message={} can't be taken away", reader, message.id(), fault);
                    leave();
                  }
                }));
  }

  private void leave() {
    room.leave(this, false);
  }

  @Override
  public Card card() {
    return sender;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.NONE;
  }

  @Override
  public Optional<EndpointId> place() {
    return Optional.empty();
  }

  @Override
  public void left(Member other, boolean idle) {
    if (other.card().id().equals(reader)) {
      room.loop().execute(this::leave); // not while the others are being told
    }
  }

  /** The sender is not there. */
  @Override
  public boolean deliver(Message message) {
    return false;
  }

  @Override
  public boolean isCongested() {
    return false;
  }

  /** Waits for its listener by itself, whoever else is slow. */
  @Override
  public void pause() {
    // see say
  }

  @Override
  public void resume() {
    // see say
  }
}
