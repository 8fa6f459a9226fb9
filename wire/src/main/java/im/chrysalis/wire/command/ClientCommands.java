package im.chrysalis.wire.command;

import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Line;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.Words;
import im.chrysalis.wire.command.ClientCommand.*;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.SignIn;
import im.chrysalis.wire.dialect.Trait;
import java.util.Set;

/**
 * Reads and writes all that a client says to the dispatch server and the notification server.
 *
 * @see <a href="../../../../../../../../docs/protocol/framing.md">docs/protocol/framing.md</a>
 */
public final class ClientCommands {
  /** The most bytes of text that an invitation or a page may carry. */
  public static final int MAX_TEXT = 1024;

  /** The most bytes of what somebody tells besides the status. */
  public static final int MAX_PERSONAL_DATA = 4096;

  /** The most bytes of a change of the lists. */
  public static final int MAX_MEMBERSHIPS = 8192;

  /** The most bytes that are passed on through the notification server. */
  public static final int MAX_NOTE = 8192;

  /**
   * The most bytes of what is published. A person shows up to three objects, of which each may be
   * described in 4096.
   */
  public static final int MAX_DOCUMENT = 16 * 1024;

  /**
   * The most bytes of what is said through the notification server. Clients put several packets of
   * a file into one, of up to 1352 bytes each; those that were seen sent four.
   */
  public static final int MAX_DATAGRAM = 16 * 1024;

  /** For lines that look the same in every version. */
  private static final Dialect ANY = Dialect.MSNP7;

  private static final VerbTable<ClientCommand> VERBS =
      new VerbTable<ClientCommand>()
          .verb("VER", SignInCodecs.OFFER_VERSIONS::read)
          .verb("CVR", SignInCodecs.DESCRIBE_CLIENT::read)
          .verb("CVQ", SignInCodecs.DESCRIBE_CLIENT::read)
          .verb("INF", it -> it.signIn() == SignIn.MD5, SignInCodecs.ASK_SECURITY_PACKAGE::read)
          .verb("USR", SignInCodecs::readClientUser)
          .verb("SYN", Dialect::hasLists, RosterCodecs.SYNCHRONIZE::read)
          .verb("LST", Trait.LIST_REQUESTS, RosterCodecs.ASK_LIST::read)
          .verb("LSG", ClientCommands::asksForGroups, RosterCodecs.ASK_GROUPS::read)
          .verb("ADD", Trait.LIST_VERSIONS, ContactCodecs.ADD_CONTACT::read)
          .verb("REM", Dialect::hasLists, ContactCodecs.REMOVE_CONTACT::read)
          .verb("REA", Trait.LIST_VERSIONS, ContactCodecs.RENAME::read)
          .verb("ADC", Dialect::hasNamedWords, PersonCodecs.ADD_PERSON::read)
          .verb("SBP", Dialect::hasNamedWords, PersonCodecs.SET_CONTACT::read)
          .verb("ADG", Dialect::hasGroups, GroupCodecs.ADD_GROUP::read)
          .verb("REG", Dialect::hasGroups, GroupCodecs.RENAME_GROUP::read)
          .verb("RMG", Dialect::hasGroups, GroupCodecs.REMOVE_GROUP::read)
          .verb("GTC", Dialect::hasLists, SettingCodecs.SET_ADD_NOTICE::read)
          .verb("BLP", SettingCodecs.SET_PRIVACY_DEFAULT::read)
          .verb("PRP", Dialect::hasProperties, SettingCodecs::readProperty)
          .verb("CHG", Dialect::hasPresenceLines, PresenceCodecs.SET_STATUS::read)
          .verb("UUX", Trait.PERSONAL_MESSAGE, PresenceCodecs.SET_PERSONAL_DATA::read)
          .verb("ADL", Dialect::hasAddressBook, MembershipCodecs.CHANGE_MEMBERSHIPS::read)
          .verb("RML", Dialect::hasAddressBook, MembershipCodecs.CHANGE_MEMBERSHIPS::read)
          .verb("FQY", Trait.FEDERATION, MembershipCodecs.FIND_NETWORKS::read)
          .verb("UUN", Trait.NOTES, NoteCodecs.SEND_NOTE::read)
          .verb("UUM", Dialect::talksAcross, NoteCodecs.SEND_ACROSS::read)
          .verb("PUT", Trait.CIRCLES, RoutedCodecs.PUBLISH::read)
          .verb("DEL", Trait.CIRCLES, RoutedCodecs.WITHDRAW::read)
          .verb("SDG", Trait.CIRCLES, RoutedCodecs.SEND_ROUTED::read)
          .verb("GCF", Trait.SHIELDS, ConnectionCodecs.ASK_CONFIGURATION::read)
          .verb("QRY", Trait.CHALLENGE, ChallengeCodecs.ANSWER_CHALLENGE::read)
          .verb("PNG", ConnectionCodecs.PING::read)
          .verb("IMS", Trait.INVITATION_SWITCH, InvitationCodecs.ACCEPT_INVITATIONS::read)
          .verb("URL", SideCodecs.ASK_PAGE::read)
          .verb("FND", Trait.DIRECTORY, SideCodecs.FIND_PEOPLE::read)
          .verb("SND", SideCodecs.INVITE_FRIEND::read)
          .verb("SDC", Trait.INVITATION_TEXT, SideCodecs.INVITE_FRIEND_WITH_TEXT::read)
          .verb("PAG", Trait.PAGES, SideCodecs.SEND_PAGE::read)
          .verb("PGD", Trait.PAGES_BY_NUMBER, SideCodecs.SEND_PAGE::read)
          .verb("XFR", Dialect::hasSwitchboards, InvitationCodecs.ASK_SWITCHBOARD::read)
          .verb("OUT", ConnectionCodecs.SIGN_OUT::read);

  /** What clients say at the switchboard only, and what only servers say. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "ACK", "ANS", "BPR", "BYE", "CAL", "CHL", "FLN", "ILN", "IRO", "JOI", "MSG", "NAK", "NLN",
          "NOT", "QNG", "RNG");

  private ClientCommands() {}

  /**
   * Reads a command before a version is agreed. Every verb that only makes sense later is unknown.
   *
   * @param frame a frame is read once
   */
  public static First readFirst(Frame frame) throws MalformedCommand {
    return switch (frame.words().verb()) {
      case "VER" -> SignInCodecs.OFFER_VERSIONS.read(frame, ANY);
      case "CVR", "CVQ" -> SignInCodecs.DESCRIBE_CLIENT.read(frame, ANY);
      case "OUT" -> ConnectionCodecs.SIGN_OUT.read(frame, ANY);
      default -> unknown(frame.words());
    };
  }

  /**
   * Reads a command. A verb that the dialect does not have is {@link Unknown}, with its transaction
   * id when it has one.
   *
   * @param frame a frame is read once
   * @throws MalformedCommand when words are missing or not what they must be
   */
  public static ClientCommand read(Frame frame, Dialect dialect) throws MalformedCommand {
    return VERBS.read(frame, dialect).orElseGet(() -> unknown(frame.words()));
  }

  /** Writes what can be said before a version is agreed. */
  public static Line writeFirst(First command) {
    return write(command, ANY);
  }

  /** Writes a command in the dialect's shape. */
  public static Line write(ClientCommand command, Dialect dialect) {
    return switch (command) {
      case OfferVersions it -> SignInCodecs.OFFER_VERSIONS.write(it, dialect);
      case DescribeClient it -> SignInCodecs.DESCRIBE_CLIENT.write(it, dialect);
      case AskSecurityPackage it -> SignInCodecs.ASK_SECURITY_PACKAGE.write(it, dialect);
      case StartSignIn it -> SignInCodecs.START_SIGN_IN.write(it, dialect);
      case ProveSignIn it -> SignInCodecs.PROVE_SIGN_IN.write(it, dialect);
      case Synchronize it -> RosterCodecs.SYNCHRONIZE.write(it, dialect);
      case AskList it -> RosterCodecs.ASK_LIST.write(it, dialect);
      case AskGroups it -> RosterCodecs.ASK_GROUPS.write(it, dialect);
      case AddContact it -> ContactCodecs.ADD_CONTACT.write(it, dialect);
      case AddPerson it -> PersonCodecs.ADD_PERSON.write(it, dialect);
      case SetContact it -> PersonCodecs.SET_CONTACT.write(it, dialect);
      case RemoveContact it -> ContactCodecs.REMOVE_CONTACT.write(it, dialect);
      case Rename it -> ContactCodecs.RENAME.write(it, dialect);
      case AddGroup it -> GroupCodecs.ADD_GROUP.write(it, dialect);
      case RenameGroup it -> GroupCodecs.RENAME_GROUP.write(it, dialect);
      case RemoveGroup it -> GroupCodecs.REMOVE_GROUP.write(it, dialect);
      case SetAddNotice it -> SettingCodecs.SET_ADD_NOTICE.write(it, dialect);
      case SetPrivacyDefault it -> SettingCodecs.SET_PRIVACY_DEFAULT.write(it, dialect);
      case RenameSelf it -> SettingCodecs.RENAME_SELF.write(it, dialect);
      case SetProperty it -> SettingCodecs.SET_PROPERTY.write(it, dialect);
      case SetStatus it -> PresenceCodecs.SET_STATUS.write(it, dialect);
      case SetPersonalData it -> PresenceCodecs.SET_PERSONAL_DATA.write(it, dialect);
      case ChangeMemberships it -> MembershipCodecs.CHANGE_MEMBERSHIPS.write(it, dialect);
      case FindNetworks it -> MembershipCodecs.FIND_NETWORKS.write(it, dialect);
      case SendNote it -> NoteCodecs.SEND_NOTE.write(it, dialect);
      case SendAcross it -> NoteCodecs.SEND_ACROSS.write(it, dialect);
      case ShowCircles it -> RoutedCodecs.SHOW_CIRCLES.write(it, dialect);
      case Publish it -> RoutedCodecs.PUBLISH.write(it, dialect);
      case Withdraw it -> RoutedCodecs.WITHDRAW.write(it, dialect);
      case SendRouted it -> RoutedCodecs.SEND_ROUTED.write(it, dialect);
      case AskConfiguration it -> ConnectionCodecs.ASK_CONFIGURATION.write(it, dialect);
      case AnswerChallenge it -> ChallengeCodecs.ANSWER_CHALLENGE.write(it, dialect);
      case Ping it -> ConnectionCodecs.PING.write(it, dialect);
      case AcceptInvitations it -> InvitationCodecs.ACCEPT_INVITATIONS.write(it, dialect);
      case AskPage it -> SideCodecs.ASK_PAGE.write(it, dialect);
      case FindPeople it -> SideCodecs.FIND_PEOPLE.write(it, dialect);
      case InviteFriend it -> SideCodecs.writeInvitation(it, dialect);
      case SendPage it -> SideCodecs.SEND_PAGE.write(it, dialect);
      case AskSwitchboard it -> InvitationCodecs.ASK_SWITCHBOARD.write(it, dialect);
      case SignOut it -> ConnectionCodecs.SIGN_OUT.write(it, dialect);
      case Misplaced(var verb) -> Line.of(verb);
      case Unknown(var trId, var verb) -> ConnectionCodecs.unknown(verb, trId);
    };
  }

  /**
   * Which commands of a client have a payload: {@code QRY SDC PAG PGD UUX}, since MSNP13 {@code ADL
   * RML FQY UUN UUM}, and since MSNP18 {@code PUT DEL SDG}. What MSNP21 no longer has is cut off
   * all the same, so that a client that says it can be told so.
   */
  public static PayloadRule payloads(Dialect dialect) {
    return words ->
        switch (words.verb()) {
          case "QRY" -> dialect.has(Trait.CHALLENGE) ? answerLength(words) : PayloadRule.NONE;
          case "SDC" -> textLength(dialect.has(Trait.INVITATION_TEXT), words);
          case "PAG" -> textLength(dialect.has(Trait.PAGES), words);
          case "PGD" -> textLength(dialect.has(Trait.PAGES_BY_NUMBER), words);
          case "UUX" -> length(has(dialect, Trait.PERSONAL_MESSAGE), 2, words, MAX_PERSONAL_DATA);
          case "ADL", "RML" -> length(dialect.hasAddressBook(), 2, words, MAX_MEMBERSHIPS);
          case "FQY" -> length(dialect.has(Trait.FEDERATION), 2, words, MAX_MEMBERSHIPS);
          case "UUN" -> length(has(dialect, Trait.NOTES), 4, words, MAX_NOTE);
          case "UUM" -> length(dialect.has(Trait.FEDERATION), 5, words, MAX_NOTE);
          case "PUT", "DEL" -> length(dialect.has(Trait.CIRCLES), 2, words, MAX_DOCUMENT);
          case "SDG" -> length(dialect.has(Trait.CIRCLES), 2, words, MAX_DATAGRAM);
          default -> PayloadRule.NONE;
        };
  }

  private static boolean has(Dialect dialect, Trait given) {
    return dialect.has(given) || dialect.has(Trait.ROUTED);
  }

  private static int length(boolean known, int fewest, Words words, int limit)
      throws MalformedCommand {
    return known ? PayloadLength.atEnd(words, fewest, limit) : PayloadRule.NONE;
  }

  private static int textLength(boolean known, Words words) throws MalformedCommand {
    return length(known, 3, words, MAX_TEXT);
  }

  private static int answerLength(Words words) throws MalformedCommand {
    int length = PayloadLength.atEnd(words, 3, ChallengeCodecs.ANSWER_LENGTH);
    if (length != ChallengeCodecs.ANSWER_LENGTH) {
      throw new MalformedCommand(Fault.LIMIT, "QRY: an answer has 32 bytes, not " + length);
    }
    return length;
  }

  private static boolean asksForGroups(Dialect dialect) {
    return dialect.has(Trait.LIST_REQUESTS) && dialect.hasGroups();
  }

  private static First unknown(Words words) {
    return ELSEWHERE.contains(words.verb())
        ? new Misplaced(words.verb())
        : new Unknown(words.firstTrId(), words.verb());
  }
}
