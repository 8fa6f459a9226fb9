package im.chrysalis.domain.person;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.values.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A command to a person that has an answer.
 *
 * @param <R> the answer
 */
public sealed interface Request<R> extends PersonMessage {

  @Override
  default boolean mayChange() {
    return this instanceof Edit;
  }

  /**
   * A session begins.
   *
   * @param place where it is, for clients that name their places. Another session of the same place
   *     ends; a session without a place ends the other one without a place
   */
  record SignIn(SessionLink session, Optional<EndpointId> place, Hearing hearing)
      implements Request<Account> {
    /** A session that hears in conversations. */
    public SignIn(SessionLink session, Optional<EndpointId> place) {
      this(session, place, Hearing.IN_CONVERSATIONS);
    }
  }

  /**
   * A session says how its person appears. The first time, the contacts who are there are delivered
   * with the mark, after the answer.
   *
   * @param status anything but {@link Status#OFFLINE}
   * @param picture the client's own words for the display picture
   */
  record SetStatus(
      SessionId session,
      Status status,
      Capabilities capabilities,
      Optional<String> picture,
      long mark)
      implements Request<Acknowledged> {}

  /** A session says what its person tells besides the status. */
  record TellMessage(SessionId session, PersonalMessage message) implements Request<Acknowledged> {}

  /**
   * A session says what its place is like.
   *
   * @param capabilities absent when they stay as they were
   * @param expression see {@link im.chrysalis.values.Endpoint}; absent when they stay as they were
   * @param details absent when they stay as they were
   */
  record TellPlace(
      SessionId session,
      Optional<Capabilities> capabilities,
      Optional<Capabilities> expression,
      Optional<EndpointDetails> details)
      implements Request<Acknowledged> {
    /** A place that says nothing of its expression. */
    public TellPlace(
        SessionId session, Optional<Capabilities> capabilities, Optional<EndpointDetails> details) {
      this(session, capabilities, Optional.empty(), details);
    }
  }

  /**
   * Something that a client of somebody passes on to the person's clients; answers whether any of
   * them took it.
   *
   * @param to the one place it is for; absent when it is for all others than the sender's own
   * @param kind the front ends' own
   * @param body the front ends' own
   */
  record PassNote(
      Card from, Optional<EndpointId> fromPlace, Optional<EndpointId> to, int kind, byte[] body)
      implements Request<Boolean> {}

  /**
   * Something that somebody says to the person, outside of any conversation; answers whether any
   * session took it. Sessions that {@linkplain Hearing hear} in conversations get it once for all
   * of them: its front end asks the person into a conversation with the sender. What the person
   * says to themselves goes to the other places that hear directly.
   *
   * @param fromPlace where the sender is, if the sender's client says so
   * @param to the one place it is for; absent when it is for all
   * @param message the front ends' own
   */
  record Say(Card from, Optional<EndpointId> fromPlace, Optional<EndpointId> to, byte[] message)
      implements Request<Boolean> {}

  // circles, in which members see each other whether they are contacts or not

  /**
   * A session shows its person to a circle, and sees the others who do. They are delivered after
   * the answer.
   *
   * @param members who else is in the circle and wants to hear of it
   */
  record EnterCircle(SessionId session, CircleId circle, Set<AccountId> members)
      implements Request<Acknowledged> {
    public EnterCircle {
      members = Set.copyOf(members);
    }
  }

  /** A session shows its person to a circle no more. */
  record LeaveCircle(SessionId session, CircleId circle) implements Request<Acknowledged> {}

  /**
   * A session takes part in the circle's talk, or does so no longer; answers whether it has entered
   * the circle.
   */
  record TalkInCircle(SessionId session, CircleId circle, boolean talks)
      implements Request<Boolean> {}

  /**
   * A session says something to all who have entered the circle; answers whether it has itself.
   *
   * @param message the front ends' own
   */
  record SayInCircle(SessionId session, CircleId circle, byte[] message)
      implements Request<Boolean> {}

  /** A session wants invitations, or does not. */
  record AcceptInvitations(SessionId session, boolean accept) implements Request<Acknowledged> {}

  /** Settings, groups and everybody on any list. */
  record ReadRoster() implements Request<RosterCopy> {}

  /** Somebody asks the person into a conversation; answers whether any session rings. */
  record Ring(Invitation invitation) implements Request<Boolean> {}

  /** Who has this session? Nothing when it is over. */
  record Introduce(SessionId session) implements Request<Optional<Introduction>> {}

  /** A request that changes lists, settings or what waits in the letterbox. */
  sealed interface Edit extends Request<Outcome> {}

  /** A change that a client asks for which is known, and need not be told of it. */
  record From(Origin origin, Edit edit) implements Edit {}

  /**
   * Puts somebody on a list. If they are there and seen, that is delivered with the mark to the
   * session, after the answer.
   */
  record AddToList(
      SessionId session, Card who, ContactList list, Optional<GroupName> group, long mark)
      implements Edit {}

  record RemoveFromList(AccountId who, ContactList list) implements Edit {}

  /** Ends the waiting of somebody who added the person, because the person has decided. */
  record SettlePending(AccountId who) implements Edit {}

  record RemoveFromGroup(AccountId who, GroupName group) implements Edit {}

  /** The owner's own name for a contact; an empty one takes it back. */
  record LabelContact(AccountId who, String label) implements Edit {}

  record AddGroup(UUID id, String name) implements Edit {}

  record RenameGroup(GroupName group, String name) implements Edit {}

  record RemoveGroup(GroupName group) implements Edit {}

  /**
   * Writes notes about a contact, a group or the owner; an empty text strikes one out.
   *
   * @param about see {@link im.chrysalis.domain.contact.Change.NotesBecome}
   */
  record WriteNotes(UUID about, Map<String, String> notes) implements Edit {
    public WriteNotes {
      notes = Map.copyOf(notes);
    }
  }

  record Rename(String name) implements Edit {}

  record SetPrivacy(PrivacyDefault privacy) implements Edit {}

  record SetNotice(AddNotice notice) implements Edit {}

  /** Sets a property, or clears it when there is no value. */
  record SetProperty(Property property, Optional<String> value) implements Edit {}

  /**
   * Leaves a message for when the person comes back. Refused as not allowed when they do not want
   * to hear from the sender, as unchanged when it is there already.
   */
  record LeaveMessage(OfflineMessage message) implements Edit {}

  /**
   * Takes messages away which a client of the person has. Refused as unchanged when none of them is
   * there any more, which is as good.
   */
  record TakeMessages(Set<UUID> ids) implements Edit {}

  /** Removes the account with all it has; its sessions end. */
  record DeleteAccount() implements Edit {}

  /** Ends all sessions, because the secret they were proven with holds no longer. */
  record EndSessions(SessionEvent.Ended.Why why) implements Request<Acknowledged> {}

  /** An answer that says no more than that it was done. */
  enum Acknowledged {
    DONE
  }

  /** What a person's own session may read of everything. */
  record RosterCopy(Account account, List<Group> groups, List<ContactCopy> contacts) {}

  /** One contact, as it was at the time. */
  record ContactCopy(View view, int lists, Optional<String> label, Set<UUID> groups) {
    public boolean isOn(ContactList list) {
      return (lists & list.bit()) != 0;
    }
  }

  /** What a conversation shows of somebody who takes part. */
  record Introduction(Card card, Capabilities capabilities, Optional<EndpointId> place) {}
}
