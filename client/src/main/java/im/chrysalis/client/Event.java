package im.chrysalis.client;

import im.chrysalis.values.Ability;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.TextFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that happened. Told one at a time, in the order in which it happened. */
public sealed interface Event {

  /** What happened in a conversation. */
  sealed interface InConversation extends Event {
    /** Where it happened. */
    Conversation conversation();
  }

  /**
   * The account is signed in and its lists are there; presence follows.
   *
   * @param again whether it was signed in before and the connection had been lost
   */
  record SignedIn(EmailAddress account, String name, Dialect dialect, boolean again)
      implements Event {}

  /**
   * A friend came, left, or changed status, name, picture or abilities.
   *
   * @param contact as they are now
   * @param before their status until now
   */
  record PresenceChanged(Contact contact, Status before) implements Event {}

  /** A friend tells something else besides their status. Since MSNP11. */
  record PersonalMessageChanged(Contact contact) implements Event {}

  /**
   * A contact's lists, groups or name changed.
   *
   * @param contact as they are now; on no list when they are gone
   */
  record ContactChanged(Contact contact) implements Event {}

  /**
   * Somebody put the account on their list of friends. Until it has allowed or blocked them, they
   * are among {@link Roster#pending}.
   */
  record AddedYou(Contact contact) implements Event {}

  /** Somebody took the account off their list of friends. */
  record RemovedYou(Contact contact) implements Event {}

  /** A group came, went or has another name. */
  record GroupsChanged(List<Group> groups) implements Event {}

  /**
   * Somebody came into a conversation, or was there when the account came.
   *
   * @param abilities what their client says it can do; none up to MSNP11
   */
  record Joined(Conversation conversation, EmailAddress who, String name, Set<Ability> abilities)
      implements InConversation {}

  /**
   * Somebody left a conversation.
   *
   * @param idle whether the server closed it because nothing was said for long
   */
  record Left(Conversation conversation, EmailAddress who, boolean idle)
      implements InConversation {}

  /**
   * Somebody said something.
   *
   * @param name what they call themselves
   * @param text lines end with {@code \n}
   * @param format how it looks
   */
  record MessageReceived(
      Conversation conversation, EmailAddress from, String name, String text, TextFormat format)
      implements InConversation {}

  /**
   * Somebody sent something that is neither a text nor typing, such as a nudge or a part of a file.
   *
   * @param message what it is says its content type
   */
  record DataReceived(
      Conversation conversation, EmailAddress from, String name, MimeMessage message)
      implements InConversation {}

  /** Somebody is typing; good for about six seconds. */
  record Typing(Conversation conversation, EmailAddress from, String name)
      implements InConversation {}

  /**
   * The account said something in a conversation from another of its places. Since MSNP16.
   *
   * @param text lines end with {@code \n}
   */
  record SaidElsewhere(Conversation conversation, String text, TextFormat format)
      implements InConversation {}

  /**
   * Somebody left a message while the account was away. When all listeners have had it, the server
   * forgets it; a listener that fails may hear it again after the next sign-in. Up to MSNP10 the
   * server says such messages in a conversation, as {@link MessageReceived}.
   *
   * @param name what they called themselves then
   * @param text lines end with {@code \n}
   * @param sentAt when; nothing when the server does not say
   * @param id the server's own, never told twice by one messenger
   */
  record OfflineMessageReceived(
      EmailAddress from, String name, String text, Optional<Instant> sentAt, String id)
      implements Event {}

  /**
   * The account came to one of its places, left one, or one of them changed. Since MSNP16.
   *
   * @param places all of them, this one among them
   */
  record PlacesChanged(List<Place> places) implements Event {
    public PlacesChanged {
      places = List.copyOf(places);
    }
  }

  /** What happened in a circle. Since MSNP18. */
  sealed interface InCircle extends Event {
    /** Where it happened. */
    Circle circle();
  }

  /**
   * The account came into a circle or left one, or the members of one, their roles or its name
   * changed.
   *
   * @param circles all that the account is in or invited to
   */
  record CirclesChanged(List<Circle> circles) implements Event {
    public CirclesChanged {
      circles = List.copyOf(circles);
    }
  }

  /** Somebody invited the account; told again at each sign-in until it has decided. */
  record InvitedToCircle(Circle circle, CircleInvitation invitation) implements InCircle {}

  /**
   * Somebody came into a circle, left it, or appears otherwise there.
   *
   * @param member as they are now
   * @param before their status until now
   */
  record CirclePresenceChanged(Circle circle, CircleMember member, Status before)
      implements InCircle {}

  /**
   * Somebody said something to a circle: perhaps the account itself, from another of its places.
   *
   * @param text lines end with {@code \n}
   */
  record CircleMessageReceived(
      Circle circle, EmailAddress from, String name, String text, TextFormat format)
      implements InCircle {}

  /** Somebody sent a circle something that is neither a text nor typing, such as a nudge. */
  record CircleDataReceived(Circle circle, EmailAddress from, String name, MimeMessage message)
      implements InCircle {}

  /** Somebody is typing in a circle; good for about six seconds. */
  record CircleTyping(Circle circle, EmailAddress from, String name) implements InCircle {}

  /** The server will shut down. */
  record ShutdownAnnounced(Duration in) implements Event {}

  /** The connection is lost; the library tries again. Everybody counts as offline meanwhile. */
  record Disconnected(Failure why, Duration nextTry) implements Event {}

  /**
   * The messenger is signed out for good: the last event.
   *
   * @param why nothing when it was asked to
   */
  record SignedOut(Optional<Failure> why) implements Event {}
}
