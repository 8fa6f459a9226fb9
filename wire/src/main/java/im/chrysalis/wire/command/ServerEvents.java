package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ServerEvent.*;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.SignIn;
import im.chrysalis.wire.dialect.Trait;

/**
 * Reads and writes all that the dispatch server and the notification server say to a client.
 *
 * @see <a href="../../../../../../../../docs/protocol/framing.md">docs/protocol/framing.md</a>
 */
public final class ServerEvents {
  /** The most bytes of a message, an alert or a page that a client takes from the server. */
  public static final int MAX_PAYLOAD = 64 * 1024;

  /** For lines that look the same in every version. */
  private static final Dialect ANY = Dialect.MSNP7;

  private static final VerbTable<ServerEvent> VERBS =
      new VerbTable<ServerEvent>()
          .verb("VER", SignInCodecs.VERSION_CHOSEN::read)
          .verb("CVR", SignInCodecs.CLIENT_ADVICE::read)
          .verb("CVQ", SignInCodecs.CLIENT_ADVICE::read)
          .verb("INF", it -> it.signIn() == SignIn.MD5, SignInCodecs.SECURITY_PACKAGE::read)
          .verb("USR", SignInCodecs::readServerUser)
          .verb("XFR", InvitationCodecs::readReferral)
          .verb("MSG", ConnectionCodecs.SERVER_MESSAGE::read)
          .verb("SYN", Dialect::hasLists, RosterCodecs.SYNCHRONIZED::read)
          .verb("LST", Dialect::hasLists, RosterCodecs::readListLine)
          .verb("LSG", Dialect::hasGroups, RosterCodecs.GROUP_LISTED::read)
          .verb("GTC", Dialect::hasLists, SettingCodecs.ADD_NOTICE_IS::read)
          .verb("BLP", SettingCodecs.PRIVACY_DEFAULT_IS::read)
          .verb("PRP", Dialect::hasProperties, SettingCodecs::readServerProperty)
          .verb("BPR", Trait.PHONES, SettingCodecs::readContactProperty)
          .verb("ADD", Trait.LIST_VERSIONS, ContactCodecs.CONTACT_ADDED::read)
          .verb("REM", Dialect::hasLists, ContactCodecs.CONTACT_REMOVED::read)
          .verb("REA", Trait.LIST_VERSIONS, ContactCodecs.RENAMED::read)
          .verb("ADC", Dialect::hasNamedWords, PersonCodecs.PERSON_ADDED::read)
          .verb("SBP", Dialect::hasNamedWords, PersonCodecs.CONTACT_SET::read)
          .verb("ADG", Dialect::hasGroups, GroupCodecs.GROUP_ADDED::read)
          .verb("REG", Dialect::hasGroups, GroupCodecs.GROUP_RENAMED::read)
          .verb("RMG", Dialect::hasGroups, GroupCodecs.GROUP_REMOVED::read)
          .verb("CHG", Dialect::hasPresenceLines, PresenceCodecs.STATUS_SET::read)
          .verb("ILN", Dialect::hasPresenceLines, PresenceCodecs.INITIAL_PRESENCE::read)
          .verb("NLN", Dialect::hasPresenceLines, PresenceCodecs::readPresence)
          .verb("FLN", Dialect::hasPresenceLines, PresenceCodecs::readFarewell)
          .verb("UBX", Trait.PERSONAL_MESSAGE, PresenceCodecs.PERSONAL_DATA_IS::read)
          .verb("UUX", Trait.PERSONAL_MESSAGE, PresenceCodecs.PERSONAL_DATA_SET::read)
          .verb("GCF", Dialect::hasConfiguration, ConnectionCodecs::readConfiguration)
          .verb("ADL", Dialect::hasAddressBook, MembershipCodecs::readMemberships)
          .verb("RML", Dialect::hasAddressBook, MembershipCodecs::readMemberships)
          .verb("FQY", Trait.FEDERATION, MembershipCodecs.NETWORKS_FOUND::read)
          .verb("UUN", Trait.NOTES, NoteCodecs.NOTE_TAKEN::read)
          .verb("UBN", Trait.NOTES, NoteCodecs.NOTE_RECEIVED::read)
          .verb("UBM", Dialect::talksAcross, NoteCodecs.RECEIVED_ACROSS::read)
          .verb("PUT", Trait.CIRCLES, RoutedCodecs.PUBLISH_TAKEN::read)
          .verb("DEL", Trait.CIRCLES, RoutedCodecs.WITHDRAW_TAKEN::read)
          .verb("NFY", Trait.CIRCLES, RoutedCodecs::readNotification)
          .verb("SDG", Trait.CIRCLES, RoutedCodecs.ROUTED_RECEIVED::read)
          .verb("SBS", Trait.PERSONAL_MESSAGE, ConnectionCodecs.SUBSCRIPTIONS_LISTED::read)
          .verb("CHL", Trait.CHALLENGE, ChallengeCodecs.CHALLENGE::read)
          .verb("QRY", Trait.CHALLENGE, ChallengeCodecs.CHALLENGE_PASSED::read)
          .verb("QNG", ConnectionCodecs.PONG::read)
          .verb("IMS", Trait.INVITATION_SWITCH, InvitationCodecs.INVITATIONS_ACCEPTED::read)
          .verb("URL", SideCodecs.PAGE_ADDRESS::read)
          .verb("FND", Trait.DIRECTORY, SideCodecs.PERSON_FOUND::read)
          .verb("SND", SideCodecs.FRIEND_INVITED::read)
          .verb("SDC", Trait.INVITATION_TEXT, SideCodecs.FRIEND_INVITED::read)
          .verb("NOT", Trait.ALERTS, SideCodecs.ALERT::read)
          .verb("IPG", Trait.ALERTS, SideCodecs.PAGE_RECEIVED::read)
          .verb("RNG", Dialect::hasSwitchboards, InvitationCodecs.RINGING::read)
          .verb("OUT", ConnectionCodecs.SIGNED_OUT::read);

  private ServerEvents() {}

  /**
   * Reads what a server says before a version is agreed. Everything that only makes sense later is
   * unknown.
   *
   * @param frame a frame is read once
   */
  public static First readFirst(Frame frame) throws MalformedCommand {
    Words words = frame.words();
    if (ConnectionCodecs.isRefusal(words)) {
      return refused(words);
    }
    return switch (words.verb()) {
      case "VER" -> SignInCodecs.VERSION_CHOSEN.read(frame, ANY);
      case "CVR", "CVQ" -> SignInCodecs.CLIENT_ADVICE.read(frame, ANY);
      case "OUT" -> ConnectionCodecs.SIGNED_OUT.read(frame, ANY);
      default -> new Unknown(words.toString());
    };
  }

  /**
   * Reads what a server says. A verb that the dialect does not have is {@link Unknown}.
   *
   * @param frame a frame is read once
   * @throws MalformedCommand when words are missing or not what they must be
   */
  public static ServerEvent read(Frame frame, Dialect dialect) throws MalformedCommand {
    Words words = frame.words();
    return ConnectionCodecs.isRefusal(words)
        ? refused(words)
        : VERBS.read(frame, dialect).orElseGet(() -> new Unknown(words.toString()));
  }

  /** Writes what can be said before a version is agreed. */
  public static Line writeFirst(First event) {
    return write(event, ANY);
  }

  /** Writes an event in the dialect's shape. */
  public static Line write(ServerEvent event, Dialect dialect) {
    return switch (event) {
      case VersionChosen it -> SignInCodecs.VERSION_CHOSEN.write(it, dialect);
      case ClientAdvice it -> SignInCodecs.CLIENT_ADVICE.write(it, dialect);
      case SecurityPackage it -> SignInCodecs.SECURITY_PACKAGE.write(it, dialect);
      case ReferredToNotification it -> SignInCodecs.REFERRED_TO_NOTIFICATION.write(it, dialect);
      case SignInChallenge it -> SignInCodecs.SIGN_IN_CHALLENGE.write(it, dialect);
      case SignedIn it -> SignInCodecs.SIGNED_IN.write(it, dialect);
      case ServerMessage it -> ConnectionCodecs.SERVER_MESSAGE.write(it, dialect);
      case Synchronized it -> RosterCodecs.SYNCHRONIZED.write(it, dialect);
      case AddNoticeIs it -> SettingCodecs.ADD_NOTICE_IS.write(it, dialect);
      case PrivacyDefaultIs it -> SettingCodecs.PRIVACY_DEFAULT_IS.write(it, dialect);
      case PropertyIs it -> SettingCodecs.PROPERTY_IS.write(it, dialect);
      case ContactPropertyIs it -> SettingCodecs.CONTACT_PROPERTY_IS.write(it, dialect);
      case OwnName it -> SettingCodecs.OWN_NAME_IS.write(it, dialect);
      case GroupListed it -> RosterCodecs.GROUP_LISTED.write(it, dialect);
      case ContactListed it -> RosterCodecs.CONTACT_LISTED.write(it, dialect);
      case PersonListed it -> PersonCodecs.PERSON_LISTED.write(it, dialect);
      case PersonAdded it -> PersonCodecs.PERSON_ADDED.write(it, dialect);
      case ContactSet it -> PersonCodecs.CONTACT_SET.write(it, dialect);
      case ListEmpty it -> RosterCodecs.LIST_EMPTY.write(it, dialect);
      case ContactAdded it -> ContactCodecs.CONTACT_ADDED.write(it, dialect);
      case ContactRemoved it -> ContactCodecs.CONTACT_REMOVED.write(it, dialect);
      case Renamed it -> ContactCodecs.RENAMED.write(it, dialect);
      case GroupAdded it -> GroupCodecs.GROUP_ADDED.write(it, dialect);
      case GroupRenamed it -> GroupCodecs.GROUP_RENAMED.write(it, dialect);
      case GroupRemoved it -> GroupCodecs.GROUP_REMOVED.write(it, dialect);
      case StatusSet it -> PresenceCodecs.STATUS_SET.write(it, dialect);
      case InitialPresence it -> PresenceCodecs.INITIAL_PRESENCE.write(it, dialect);
      case Presence it -> PresenceCodecs.PRESENCE.write(it, dialect);
      case WentOffline it -> PresenceCodecs.WENT_OFFLINE.write(it, dialect);
      case PresenceInCircle it -> PresenceCodecs.PRESENCE_IN_CIRCLE.write(it, dialect);
      case WentFromCircle it -> PresenceCodecs.WENT_FROM_CIRCLE.write(it, dialect);
      case PersonalDataIs it -> PresenceCodecs.PERSONAL_DATA_IS.write(it, dialect);
      case PersonalDataSet it -> PresenceCodecs.PERSONAL_DATA_SET.write(it, dialect);
      case MembershipsTaken it -> MembershipCodecs.MEMBERSHIPS_TAKEN.write(it, dialect);
      case MembershipsChanged it -> MembershipCodecs.MEMBERSHIPS_CHANGED.write(it, dialect);
      case NetworksFound it -> MembershipCodecs.NETWORKS_FOUND.write(it, dialect);
      case NoteTaken it -> NoteCodecs.NOTE_TAKEN.write(it, dialect);
      case NoteReceived it -> NoteCodecs.NOTE_RECEIVED.write(it, dialect);
      case ReceivedAcross it -> NoteCodecs.RECEIVED_ACROSS.write(it, dialect);
      case CirclesShown it -> RoutedCodecs.CIRCLES_SHOWN.write(it, dialect);
      case PublishTaken it -> RoutedCodecs.PUBLISH_TAKEN.write(it, dialect);
      case WithdrawTaken it -> RoutedCodecs.WITHDRAW_TAKEN.write(it, dialect);
      case Published it -> RoutedCodecs.PUBLISHED.write(it, dialect);
      case Withdrawn it -> RoutedCodecs.WITHDRAWN.write(it, dialect);
      case RoutedReceived it -> RoutedCodecs.ROUTED_RECEIVED.write(it, dialect);
      case Policies it -> ConnectionCodecs.POLICIES.write(it, dialect);
      case Configuration it -> ConnectionCodecs.CONFIGURATION.write(it, dialect);
      case SubscriptionsListed it -> ConnectionCodecs.SUBSCRIPTIONS_LISTED.write(it, dialect);
      case Challenge it -> ChallengeCodecs.CHALLENGE.write(it, dialect);
      case ChallengePassed it -> ChallengeCodecs.CHALLENGE_PASSED.write(it, dialect);
      case Alert it -> SideCodecs.ALERT.write(it, dialect);
      case PageReceived it -> SideCodecs.PAGE_RECEIVED.write(it, dialect);
      case Pong it -> ConnectionCodecs.PONG.write(it, dialect);
      case InvitationsAccepted it -> InvitationCodecs.INVITATIONS_ACCEPTED.write(it, dialect);
      case PageAddress it -> SideCodecs.PAGE_ADDRESS.write(it, dialect);
      case PersonFound it -> SideCodecs.PERSON_FOUND.write(it, dialect);
      case FriendInvited it -> SideCodecs.FRIEND_INVITED.write(it, dialect);
      case ReferredToSwitchboard it -> InvitationCodecs.REFERRED_TO_SWITCHBOARD.write(it, dialect);
      case Ringing it -> InvitationCodecs.RINGING.write(it, dialect);
      case SignedOut it -> ConnectionCodecs.SIGNED_OUT.write(it, dialect);
      case Refused(var code, var trId) -> ConnectionCodecs.refusal(code, trId, dialect);
      case Unknown(var line) -> ConnectionCodecs.unknown(line);
    };
  }

  /**
   * Which lines of a server have a payload: {@code MSG}, since MSNP5 {@code NOT IPG}, since MSNP11
   * {@code UBX GCF}, since MSNP13 {@code UBN}, the unasked {@code ADL RML}, and refusals that end
   * in a length, since MSNP14 {@code UBM FQY}, since MSNP18 {@code PUT DEL NFY SDG}.
   */
  public static PayloadRule payloads(Dialect dialect) {
    return words ->
        switch (words.verb()) {
          case "MSG" -> PayloadLength.atEnd(words, 3, MAX_PAYLOAD);
          case "NOT", "IPG" ->
              dialect.has(Trait.ALERTS)
                  ? PayloadLength.atEnd(words, 1, MAX_PAYLOAD)
                  : PayloadRule.NONE;
          case "UBX" -> length(dialect.has(Trait.PERSONAL_MESSAGE), 2, words);
          case "GCF" ->
              length(dialect.hasConfiguration(), dialect.has(Trait.SHIELDS) ? 3 : 2, words);
          case "ADL", "RML" ->
              length(dialect.hasAddressBook() && !words.last().equals("OK"), 2, words);
          case "FQY" -> length(dialect.has(Trait.FEDERATION), 2, words);
          case "UBN" -> length(dialect.has(Trait.NOTES), 3, words);
          case "UBM" -> length(dialect.talksAcross(), 4, words);
          case "PUT", "DEL" ->
              length(dialect.has(Trait.CIRCLES) && !words.last().equals("OK"), 3, words);
          case "NFY", "SDG" -> length(dialect.has(Trait.CIRCLES), 2, words);
          default ->
              length(
                  dialect.has(Trait.POLICIES)
                      && words.left() > 1
                      && ConnectionCodecs.isRefusal(words),
                  2,
                  words);
        };
  }

  private static int length(boolean known, int fewest, Words words) throws MalformedCommand {
    return known ? PayloadLength.atEnd(words, fewest, MAX_PAYLOAD) : PayloadRule.NONE;
  }

  private static Refused refused(Words words) {
    return new Refused(ConnectionCodecs.refusalCode(words), words.firstTrId());
  }
}
