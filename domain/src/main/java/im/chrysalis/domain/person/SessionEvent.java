package im.chrysalis.domain.person;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What happens to a person that their sessions should show. */
public sealed interface SessionEvent {

  /**
   * A contact on the forward list appears otherwise than before.
   *
   * @param before as the session saw the contact last; absent when nobody knows what it was told,
   *     so that it is to be told again
   * @param mark given by the session's own request that asked for it; absent when the contact
   *     changed by itself
   */
  record ContactSeen(Optional<View> before, View now, OptionalLong mark) implements SessionEvent {}

  /** Somebody put the person on their forward list. */
  record AddedBy(Card who, long version) implements SessionEvent {}

  /** Somebody took the person off their forward list. */
  record RemovedBy(Card who, long version) implements SessionEvent {}

  /**
   * The person's contacts, groups, notes or settings are others than before. What others do to the
   * reverse list is told by {@link AddedBy} and {@link RemovedBy} alone.
   *
   * @param version of the lists now
   * @param by whose change it was, if that is known
   * @param newcomer who came onto the forward list, unless a session put them there
   */
  record BookChanged(long version, Optional<Origin> by, Optional<AccountId> newcomer)
      implements SessionEvent {}

  /**
   * How the person appears to themselves, at all their places; for sessions that have a place.
   *
   * @param self the status that was set, hidden too
   */
  record SelfSeen(View self, List<Place> places) implements SessionEvent {}

  /** One of the person's own places. */
  record Place(Endpoint endpoint, EndpointDetails details) {}

  /** A client of somebody, or of the person, passes something on. */
  record Noted(Card from, Optional<EndpointId> fromPlace, int kind, byte[] body)
      implements SessionEvent {}

  /**
   * Somebody says something to the person; or the person did, at another place.
   *
   * @param message the front ends' own
   */
  record Said(Card from, Optional<EndpointId> fromPlace, byte[] message) implements SessionEvent {}

  /**
   * How a member of a circle appears in it; for sessions that have entered the circle.
   *
   * @param talks whether they take part in its talk
   */
  record CircleSeen(CircleId circle, View who, boolean talks) implements SessionEvent {}

  /** A member of a circle, or the person at another place, says something to all. */
  record CircleSaid(CircleId circle, Card from, byte[] message) implements SessionEvent {}

  /** The person is in the circle no more; for sessions that had entered it. */
  record CircleOver(CircleId circle) implements SessionEvent {}

  /** A circle has changed that the person is or was in or invited to. */
  record CircleChanged(CircleId circle) implements SessionEvent {}

  /**
   * Who takes part in a conversation of the person's; for sessions that {@linkplain Hearing hear}
   * directly.
   */
  record Attended(ConversationId where, List<Notice.Attendance> people) implements SessionEvent {}

  /** Somebody asks the person into a conversation. */
  record Invited(Invitation invitation) implements SessionEvent {}

  /** Messages wait; said once, when a session has said its first status. */
  record MessagesWait() implements SessionEvent {}

  /** Somebody left a message, taking the person for absent. */
  record MessageLeft(OfflineMessage message) implements SessionEvent {}

  /** Some client of the person has taken messages away. */
  record MessagesTaken(int count) implements SessionEvent {}

  /** The session is over; nothing more is delivered. */
  record Ended(Why why) implements SessionEvent {
    /** Why a session ends without its own doing. */
    public enum Why {
      SIGNED_IN_ELSEWHERE,
      ACCOUNT_DELETED,
      PASSWORD_CHANGED
    }
  }
}
