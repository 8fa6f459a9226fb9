package im.chrysalis.server.switchboard;

import im.chrysalis.domain.conversation.Conversation;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.conversation.Member;
import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A conversation and the loop it belongs to. All but the loop on that loop only. */
final class Room {
  private final Conversation conversation;
  private final Executor loop;
  private final Rooms rooms;
  private long lastWord;

  Room(ConversationId id, Executor loop, Rooms rooms) {
    this.conversation = new Conversation(id);
    this.loop = loop;
    this.rooms = rooms;
    stir();
  }

  Conversation conversation() {
    return conversation;
  }

  Executor loop() {
    return loop;
  }

  /** Something was said or somebody came. */
  final void stir() {
    lastWord = now();
  }

  /** How long ago something was said or somebody came. */
  Duration quiet() {
    return Duration.ofNanos(now() - lastWord);
  }

  private long now() {
    return rooms.backbone().nanos().getAsLong();
  }

  /**
   * Somebody leaves; the last one closes the room, unless somebody who was invited may come yet.
   */
  void leave(Member member, boolean idle) {
    conversation.leave(member, idle);
    if (conversation.isEmpty()) {
      if (conversation.isAnybodyRinging(rooms.backbone().timer().now())) {
        rooms.backbone().timer().after(Conversation.RING, () -> loop.execute(this::closeIfEmpty));
      } else {
        rooms.close(this);
      }
    }
  }

  /** Who stands in here for an account. */
  Optional<StandIn> standIn(AccountId who) {
    for (Member member : conversation.members()) {
      if (member instanceof StandIn standIn && standIn.card().id().equals(who)) {
        return Optional.of(standIn);
      }
    }
    return Optional.empty();
  }

  /** Nobody has said anything for long: everybody leaves, in the order in which they came. */
  void endInSilence() {
    for (Member member : List.copyOf(conversation.members())) {
      switch (member) {
        case Seat seat -> seat.leaveInSilence();
        case StandIn standIn -> standIn.leaveInSilence();
        default -> {
          // leaves by itself
        }
      }
    }
  }

  /** Sends everybody off. */
  void shutDown() {
    for (Member member : List.copyOf(conversation.members())) {
      if (member instanceof Seat seat) {
        seat.sendOff();
      }
    }
  }

  private void closeIfEmpty() {
    if (conversation.isEmpty()) {
      rooms.close(this);
    }
  }
}
