package im.chrysalis.domain.person;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What persons tell each other and themselves, without an answer. */
public sealed interface Notice extends PersonMessage {

  @Override
  default boolean mayChange() {
    return this instanceof ListNotice;
  }

  /** Whether a person is started for it; otherwise it is lost on somebody who is not active. */
  default boolean wakes() {
    return switch (this) {
      case Watch _, Resumed _, AddedBy _, RemovedBy _, Gone _ -> true;
      case Reread _,
          SignOut _,
          Unwatch _,
          Seen _,
          LingerOver _,
          Forgot _,
          NodeLost _,
          Attended _,
          CircleSeen _,
          CircleSaid _,
          CircleChanged _ ->
          false;
    };
  }

  /** The session is over, whichever way. */
  record SignOut(SessionId session) implements Notice {}

  /** Somebody who has the person on their forward list is there and wants to see them. */
  record Watch(Card watcher, Optional<Occasion> occasion) implements Notice {}

  /** Somebody does not watch the person any more. */
  record Unwatch(AccountId watcher) implements Notice {}

  /** How a contact appears to the person, everything that the person may know. */
  record Seen(View contact, Optional<Occasion> occasion) implements Notice {}

  /** The time is over in which a new session could have followed an old one without a gap. */
  record LingerOver(int turn) implements Notice {}

  // where persons may move from one node to another

  /**
   * A session that signed in before tells so a person who may not know it any more. One that is
   * known stays as it is.
   *
   * @param place as when it signed in; of several at one place, or without any, the latest stays
   * @param hearing as when it signed in
   * @param acceptsInvitations what it last said of them
   * @param tells what its person tells besides; absent when nothing
   * @param said how its person appears; absent when it has not said so yet
   * @param since when it signed in
   */
  record Resumed(
      SessionLink session,
      Optional<EndpointId> place,
      Hearing hearing,
      boolean acceptsInvitations,
      Optional<PersonalMessage> tells,
      Optional<Said> said,
      Instant since)
      implements Notice {}

  /** What a session said last of how its person appears. */
  record Said(Status status, Capabilities capabilities, Optional<String> picture) {}

  /** Somebody's person has moved, and does not know any more who watches it. */
  record Forgot(AccountId who) implements Notice {}

  /** A node is gone with its sessions, and maybe with persons who are watched. */
  record NodeLost(String node) implements Notice {}

  // circles

  /**
   * How a member of a circle appears in it.
   *
   * @param talks whether they take part in its talk
   * @param asks whether they want to know the same of the person
   */
  record CircleSeen(CircleId circle, View who, boolean talks, boolean asks) implements Notice {}

  /** A member of a circle says something to all. */
  record CircleSaid(CircleId circle, Card from, byte[] message) implements Notice {}

  /**
   * A circle has changed that the person is or was in or invited to.
   *
   * @param members who is in it now and wants to hear of it
   */
  record CircleChanged(CircleId circle, Set<AccountId> members) implements Notice {
    public CircleChanged {
      members = Set.copyOf(members);
    }
  }

  /** Who takes part in a conversation that the person takes part in without a connection to it. */
  record Attended(ConversationId where, List<Attendance> people) implements Notice {
    public Attended {
      people = List.copyOf(people);
    }
  }

  /** How somebody takes part. */
  record Attendance(Card who, State state) {
    /** Whether they take part. */
    public enum State {
      INVITED,
      HERE,
      GONE
    }
  }

  /** A notice that changes lists. */
  sealed interface ListNotice extends Notice {}

  /** Somebody put the person on their forward list. */
  record AddedBy(Card who) implements ListNotice {}

  /** Somebody took the person off their forward list. */
  record RemovedBy(Card who) implements ListNotice {}

  /** What is stored of the person was changed past them, by an import: to be read again. */
  record Reread() implements ListNotice {}

  /** Somebody's account is gone. */
  record Gone(Card who) implements ListNotice {}

  /**
   * Why somebody asked, to be handed back with the answer.
   *
   * @param session the session that asked
   * @param mark what the session calls its request; absent when it did not ask itself, but may have
   *     been told something else before its person moved
   */
  record Occasion(SessionId session, OptionalLong mark) {}
}
