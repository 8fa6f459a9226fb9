package im.chrysalis.wire.command;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.values.Status;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.routed.RoutedAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything the dispatch server and the notification server can say to a client. */
public sealed interface ServerEvent {

  /** What can be said before a version is agreed. */
  sealed interface First extends ServerEvent {}

  /**
   * Where a line stands: among the lists, or on its own. Later dialects write it differently; where
   * both look alike, it is read as {@link #REPLY}.
   */
  enum Place {
    ROSTER,
    REPLY
  }

  /**
   * The version we shall speak.
   *
   * @param name {@code MSNP7}, {@code CVR0}, or {@code 0} for none; for one old client several with
   *     spaces between, of which the first is spoken
   */
  record VersionChosen(TrId trId, String name) implements First {}

  /** What a client should be: recommended twice, minimum, where to get it, where to read of it. */
  record ClientAdvice(
      TrId trId,
      String verb,
      String recommended,
      String minimum,
      String download,
      String information)
      implements First {}

  record SecurityPackage(TrId trId, String method) implements ServerEvent {}

  /**
   * Your notification server is there.
   *
   * @param server {@code host:port}
   * @param current {@code host:port} of the server that says so; empty where a dialect leaves it
   *     out
   */
  record ReferredToNotification(TrId trId, String server, String current) implements ServerEvent {}

  /** Prove who you are with this. */
  record SignInChallenge(TrId trId, String method, String challenge) implements ServerEvent {}

  /**
   * You are signed in.
   *
   * @param verified whether the address is known to be the person's; dialects that do not say so
   *     count as yes
   */
  record SignedIn(TrId trId, EmailAddress account, EncodedText name, boolean verified)
      implements ServerEvent {}

  /** A message of the server itself, whole: MIME head and body. */
  record ServerMessage(byte[] mime) implements ServerEvent {}

  /**
   * Where the lists stand.
   *
   * @param state their version, or since MSNP10 two stamps
   * @param announced how many follow, in dialects that say so when any do
   */
  record Synchronized(TrId trId, List<String> state, Optional<Announced> announced)
      implements ServerEvent {}

  /** How many people and groups follow. */
  record Announced(int contacts, int groups) {}

  record AddNoticeIs(TrId trId, long version, AddNotice notice, Place place)
      implements ServerEvent {}

  record PrivacyDefaultIs(TrId trId, long version, PrivacyDefault privacy, Place place)
      implements ServerEvent {}

  /** A fact about the client's owner; no value when it is not set. */
  record PropertyIs(
      TrId trId, long version, Property property, Optional<EncodedText> value, Place place)
      implements ServerEvent {}

  /**
   * A fact about a contact; no value when it is not set.
   *
   * @param who absent where it is the contact that was listed before
   */
  record ContactPropertyIs(
      long version,
      Optional<EmailAddress> who,
      Property property,
      Optional<EncodedText> value,
      Place place)
      implements ServerEvent {}

  /** What others call the client's owner, in dialects that have it as a property. */
  record OwnName(TrId trId, EncodedText name, Place place) implements ServerEvent {}

  /** A group, the {@code index}th of {@code count}. */
  record GroupListed(TrId trId, long version, int index, int count, String group, EncodedText name)
      implements ServerEvent {}

  /** A person on a list, the {@code index}th of {@code count}; groups on the forward list only. */
  record ContactListed(
      TrId trId,
      ContactList list,
      long version,
      int index,
      int count,
      EmailAddress who,
      EncodedText name,
      List<String> groups)
      implements ServerEvent {}

  /**
   * A person and all lists that they are on.
   *
   * @param name absent where a dialect need not say it
   * @param contactId the GUID of somebody on the forward list, in dialects that have it
   * @param lists the sum of the lists' bits
   * @param groups of somebody on the forward list
   */
  record PersonListed(
      EmailAddress who,
      Optional<EncodedText> name,
      Optional<String> contactId,
      int lists,
      List<String> groups)
      implements ServerEvent {}

  /** Nobody is on the list. */
  record ListEmpty(TrId trId, ContactList list, long version) implements ServerEvent {}

  /** Somebody is now on a list; unasked when somebody added the client's owner. */
  record ContactAdded(
      TrId trId,
      ContactList list,
      long version,
      EmailAddress who,
      EncodedText name,
      Optional<String> group)
      implements ServerEvent {}

  /**
   * The same since MSNP10, where the words are named.
   *
   * @param who absent when somebody already known is put into a group
   */
  record PersonAdded(
      TrId trId,
      ContactList list,
      Optional<EmailAddress> who,
      Optional<EncodedText> name,
      Optional<String> contactId,
      Optional<String> group)
      implements ServerEvent {}

  /** Somebody is no longer on a list; unasked when somebody removed the client's owner. */
  record ContactRemoved(
      TrId trId, ContactList list, long version, String who, Optional<String> group)
      implements ServerEvent {}

  record Renamed(TrId trId, long version, EmailAddress who, EncodedText name)
      implements ServerEvent {}

  /** Something about a contact is set; the client's own words again. */
  record ContactSet(TrId trId, String contactId, String key, EncodedText value)
      implements ServerEvent {}

  record GroupAdded(TrId trId, long version, EncodedText name, String group)
      implements ServerEvent {}

  record GroupRenamed(TrId trId, long version, String group, EncodedText name)
      implements ServerEvent {}

  record GroupRemoved(TrId trId, long version, String group) implements ServerEvent {}

  /** The client's own words again. */
  record StatusSet(TrId trId, List<String> words) implements ServerEvent {}

  /** How somebody appears. */
  record Appearance(
      EmailAddress who,
      EncodedText name,
      Status status,
      Capabilities capabilities,
      Optional<String> picture) {}

  /** How a member of a circle appears in it; since MSNP18, as long as presence comes in lines. */
  record PresenceInCircle(Appearance member, RoutedAddress circle) implements ServerEvent {}

  /** A member of a circle is there no more. */
  record WentFromCircle(EmailAddress who, RoutedAddress circle) implements ServerEvent {}

  /** A contact was there already when the client asked. */
  record InitialPresence(TrId trId, Appearance contact) implements ServerEvent {}

  /** A contact came or changed. */
  record Presence(Appearance contact) implements ServerEvent {}

  /** A contact left, or can't be seen any more. */
  record WentOffline(EmailAddress who) implements ServerEvent {}

  /**
   * What a contact tells besides the status.
   *
   * @param xml see {@link im.chrysalis.wire.payload.PersonalData}; empty when there is nothing
   */
  record PersonalDataIs(EmailAddress who, byte[] xml) implements ServerEvent {}

  /** What the client's owner tells is taken. */
  record PersonalDataSet(TrId trId) implements ServerEvent {}

  /** The lists are as the client said. */
  record MembershipsTaken(TrId trId, String verb) implements ServerEvent {}

  /**
   * Somebody put the client's owner on a list ({@code ADL}) or took them off ({@code RML}).
   *
   * @param xml see {@link im.chrysalis.wire.payload.Memberships}
   */
  record MembershipsChanged(String verb, byte[] xml) implements ServerEvent {}

  /**
   * The networks that were asked for.
   *
   * @param xml see {@link im.chrysalis.wire.payload.Memberships}; 0 for who is of none
   */
  record NetworksFound(TrId trId, byte[] xml) implements ServerEvent {}

  record NoteTaken(TrId trId) implements ServerEvent {}

  /** Another client passes this on; see {@link ClientCommand.SendNote}. */
  record NoteReceived(EndpointAddress from, int kind, byte[] body) implements ServerEvent {}

  /**
   * Somebody of another network says this, or somebody said it while the client's owner was away.
   *
   * @param to whom, in dialects that say so
   */
  record ReceivedAcross(
      EmailAddress from, int network, Optional<EmailAddress> to, int kind, byte[] body)
      implements ServerEvent {}

  /**
   * The circles are the client's. Looks like a {@link SignedIn} whose address is not verified,
   * which is read as this one in dialects that have circles.
   */
  record CirclesShown(TrId trId, EmailAddress account) implements ServerEvent {}

  /**
   * What was published holds.
   *
   * @param body see {@link im.chrysalis.wire.routed.RoutedMessage}; empty, or from the group that
   *     was made
   */
  record PublishTaken(TrId trId, byte[] body) implements ServerEvent {}

  record WithdrawTaken(TrId trId) implements ServerEvent {}

  /**
   * This holds of somebody, or of a group, from now on.
   *
   * @param body see {@link im.chrysalis.wire.routed.RoutedMessage}
   */
  record Published(byte[] body) implements ServerEvent {}

  /**
   * This holds no longer.
   *
   * @param body see {@link im.chrysalis.wire.routed.RoutedMessage}
   */
  record Withdrawn(byte[] body) implements ServerEvent {}

  /**
   * Somebody says this.
   *
   * @param body see {@link im.chrysalis.wire.routed.RoutedMessage}
   */
  record RoutedReceived(byte[] body) implements ServerEvent {}

  /** How clients shall behave, as XML, unasked before the sign-in. */
  record Policies(byte[] xml) implements ServerEvent {}

  /** What a client asked to know how to behave, as XML. */
  record Configuration(TrId trId, String file, byte[] xml) implements ServerEvent {}

  /** Real servers said so behind each sign-in since MSNP11; nobody knows why. */
  record SubscriptionsListed() implements ServerEvent {}

  /** Prove that you are a client: 20 digits. */
  record Challenge(String digits) implements ServerEvent {}

  record ChallengePassed(TrId trId) implements ServerEvent {}

  /** An alert of some service, as XML. */
  record Alert(byte[] xml) implements ServerEvent {}

  /** A page that came from a mobile, as XML. */
  record PageReceived(byte[] xml) implements ServerEvent {}

  /** The answer to a ping, with the seconds to the next one where the dialect says so; else 0. */
  record Pong(int seconds) implements ServerEvent {}

  record InvitationsAccepted(TrId trId, boolean accepted) implements ServerEvent {}

  /**
   * A page: where to go within the site, where to sign in first, and the site's id, which is 0
   * where the dialect does not say it.
   */
  record PageAddress(TrId trId, String target, String signInUrl, int siteId)
      implements ServerEvent {}

  /** A hit of a search; index and count are 0 when there is none. */
  record PersonFound(TrId trId, int index, int count, Map<String, EncodedText> facts)
      implements ServerEvent {}

  record FriendInvited(TrId trId, String verb) implements ServerEvent {}

  /** A switchboard and the token it will ask for. */
  record ReferredToSwitchboard(TrId trId, String server, String token) implements ServerEvent {}

  /** Somebody invites the client's owner into a conversation. */
  record Ringing(
      long conversation, String server, String token, EmailAddress caller, EncodedText callerName)
      implements ServerEvent {}

  /**
   * The connection ends.
   *
   * @param reason {@code OTH}: signed in elsewhere; {@code SSD}: the server shuts down. Never empty
   *     when written, because old clients crash on that
   */
  record SignedOut(String reason) implements First {}

  /** A command was refused. */
  record Refused(int code, Optional<TrId> trId) implements First {}

  /** A command that this library does not know; harmless to a client. */
  record Unknown(String line) implements First {}
}
