package im.chrysalis.server.switchboard;

import im.chrysalis.domain.account.Card;
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

  private final List<OfflineMessage> letters;
  private final AccountId reader;
  private final Room room;
  private final Backbone backbone;
  private boolean begun;

  private Delivery(List<OfflineMessage> letters, AccountId reader, Room room, Backbone backbone) {
    this.letters = letters;
    this.reader = reader;
    this.room = room;
    this.backbone = backbone;
  }

  /**
   * Stands in a room to which the reader's client is about to come.
   *
   * @param letters at least one, all of one sender, the oldest first
   */
  static void begin(List<OfflineMessage> letters, AccountId reader, Room room, Backbone backbone) {
    room.conversation().join(new Delivery(letters, reader, room, backbone));
  }

  @Override
  public void joined(Member other) {
    if (!begun && other instanceof Seat seat && seat.card().id().equals(reader)) {
      begun = true;
      // behind the lines that tell the client who is here
      room.loop().execute(() -> say(seat, letters.iterator()));
    }
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
    return letters.getLast().from(); // as they were called last
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
