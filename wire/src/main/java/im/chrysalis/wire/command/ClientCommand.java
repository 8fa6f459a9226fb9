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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a client can say to the dispatch server and the notification server. */
public sealed interface ClientCommand {

  /** What can be said before a version is agreed. */
  sealed interface First extends ClientCommand {}

  /** The versions I speak, best first. */
  record OfferVersions(TrId trId, List<String> offered) implements First {}

  /**
   * What I am and where I run; is there something newer?
   *
   * @param verb {@code CVR}, or {@code CVQ} of a client that has no version in common
   * @param version the client's own version
   * @param details all words as they came, the locale first
   */
  record DescribeClient(TrId trId, String verb, String version, List<String> details)
      implements First {}

  /** How may I sign in? */
  record AskSecurityPackage(TrId trId) implements ClientCommand {}

  /**
   * This is who I am.
   *
   * @param method {@code MD5} and later ones
   * @param account as it came: whether it is an address is the server's to say
   */
  record StartSignIn(TrId trId, String method, String account) implements ClientCommand {}

  /**
   * And this proves it.
   *
   * @param proofs one word for MD5
   */
  record ProveSignIn(TrId trId, String method, List<String> proofs) implements ClientCommand {}

  /**
   * Give me my settings and lists.
   *
   * @param known the list version or stamps I have; 0 for none
   */
  record Synchronize(TrId trId, List<String> known) implements ClientCommand {}

  /** Give me one list. */
  record AskList(TrId trId, ContactList list) implements ClientCommand {}

  /** Give me my groups. */
  record AskGroups(TrId trId) implements ClientCommand {}

  /**
   * Put somebody on a list of mine.
   *
   * @param group the group's id, when the contact is put into one
   */
  record AddContact(
      TrId trId, ContactList list, EmailAddress who, EncodedText name, Optional<String> group)
      implements ClientCommand {}

  /**
   * The same since MSNP10, where the words are named.
   *
   * @param who absent when a contact is put into a group
   * @param contactId absent when somebody comes onto a list
   */
  record AddPerson(
      TrId trId,
      ContactList list,
      Optional<EmailAddress> who,
      Optional<EncodedText> name,
      Optional<String> contactId,
      Optional<String> group)
      implements ClientCommand {}

  /**
   * Take somebody off a list of mine, or out of one group only.
   *
   * @param who the account in lower case; since MSNP10 on the forward list the contact's id
   */
  record RemoveContact(TrId trId, ContactList list, String who, Optional<String> group)
      implements ClientCommand {}

  /** Call me, or a contact of mine, by this name. */
  record Rename(TrId trId, EmailAddress who, EncodedText name) implements ClientCommand {}

  /** Call me by this name, since MSNP10. */
  record RenameSelf(TrId trId, EncodedText name) implements ClientCommand {}

  /**
   * Something about a contact, since MSNP10.
   *
   * @param key {@code MFN}: the name that I call the contact by
   */
  record SetContact(TrId trId, String contactId, String key, EncodedText value)
      implements ClientCommand {}

  record AddGroup(TrId trId, EncodedText name) implements ClientCommand {}

  record RenameGroup(TrId trId, String group, EncodedText name) implements ClientCommand {}

  record RemoveGroup(TrId trId, String group) implements ClientCommand {}

  record SetAddNotice(TrId trId, AddNotice notice) implements ClientCommand {}

  record SetPrivacyDefault(TrId trId, PrivacyDefault privacy) implements ClientCommand {}

  /** A fact about me; no value clears it. */
  record SetProperty(TrId trId, Property property, Optional<EncodedText> value)
      implements ClientCommand {}

  /**
   * My status, what my client can do, my picture.
   *
   * @param words the words as they came, for the echo
   * @param picture the client's own words, relayed unchanged
   */
  record SetStatus(
      TrId trId,
      Status status,
      Capabilities capabilities,
      Optional<String> picture,
      List<String> words)
      implements ClientCommand {

    /** A status of a client that says no more than that. */
    public static SetStatus of(TrId trId, Status status) {
      return new SetStatus(
          trId, status, Capabilities.NONE, Optional.empty(), List.of(status.code()));
    }
  }

  /**
   * What I tell besides my status.
   *
   * @param xml see {@link im.chrysalis.wire.payload.PersonalData}
   */
  record SetPersonalData(TrId trId, byte[] xml) implements ClientCommand {}

  /**
   * These come onto lists, or leave them.
   *
   * @param verb {@code ADL} or {@code RML}
   * @param xml see {@link im.chrysalis.wire.payload.Memberships}
   */
  record ChangeMemberships(TrId trId, String verb, byte[] xml) implements ClientCommand {}

  /**
   * To which network do these belong?
   *
   * @param xml see {@link im.chrysalis.wire.payload.Memberships}
   */
  record FindNetworks(TrId trId, byte[] xml) implements ClientCommand {}

  /**
   * Pass this on to somebody's clients.
   *
   * @param kind 1 XML, 2 and 3 the beginning of something direct, 4 sign out, 5 a window was closed
   */
  record SendNote(TrId trId, EndpointAddress to, int kind, byte[] body) implements ClientCommand {}

  /**
   * Say this to somebody of another network, or to somebody who is not there.
   *
   * @param network 1 is this one
   * @param kind 1 text, 2 typing, 3 nudge
   * @param body MIME head and body
   */
  record SendAcross(TrId trId, EmailAddress to, int network, int kind, byte[] body)
      implements ClientCommand {}

  /** How shall I behave? */
  record AskConfiguration(TrId trId, String file) implements ClientCommand {}

  /** My answer to a challenge: 32 hex digits. */
  record AnswerChallenge(TrId trId, String productId, String answer) implements ClientCommand {}

  record Ping() implements ClientCommand {}

  /** Do not ring me, or do again. */
  record AcceptInvitations(TrId trId, boolean accept) implements ClientCommand {}

  /** Where is this page? */
  record AskPage(TrId trId, String service, List<String> parameters) implements ClientCommand {}

  /**
   * Who is known by these facts?
   *
   * @param facts by {@code fname}, {@code lname}, {@code city}, {@code state}, {@code country};
   *     {@code *} is anything
   */
  record FindPeople(TrId trId, Map<String, EncodedText> facts) implements ClientCommand {}

  /**
   * Invite somebody into the network.
   *
   * @param verb {@code SND} or {@code SDC}
   * @param target an e-mail address, or the number of a hit of the last search
   * @param details the words that follow the target: language, client program, code base; for
   *     {@code SDC} two more and the inviter's name
   * @param text what the inviter writes, empty for {@code SND}
   */
  record InviteFriend(TrId trId, String verb, String target, List<String> details, byte[] text)
      implements ClientCommand {}

  /**
   * Send a page to somebody's mobile.
   *
   * @param verb {@code PAG}, or {@code PGD} since MSNP9
   * @param target an account, or since MSNP9 also {@code tel:} and a number
   */
  record SendPage(TrId trId, String verb, String target, byte[] text) implements ClientCommand {}

  /**
   * These are my circles: said once after the sign-in, before anything goes to a circle.
   *
   * @param ticket what the address book has signed, in base64
   */
  record ShowCircles(TrId trId, String ticket) implements ClientCommand {}

  /**
   * This holds of me, or of a group, from now on.
   *
   * @param body see {@link im.chrysalis.wire.routed.RoutedMessage}
   */
  record Publish(TrId trId, byte[] body) implements ClientCommand {}

  /**
   * This holds no longer.
   *
   * @param body see {@link im.chrysalis.wire.routed.RoutedMessage}
   */
  record Withdraw(TrId trId, byte[] body) implements ClientCommand {}

  /**
   * Say this to somebody, or to a group.
   *
   * @param body see {@link im.chrysalis.wire.routed.RoutedMessage}
   */
  record SendRouted(TrId trId, byte[] body) implements ClientCommand {}

  /** I want to talk to somebody. */
  record AskSwitchboard(TrId trId) implements ClientCommand {}

  record SignOut() implements First {}

  /** A command of the switchboard, or of a server, which a client can't say here. */
  record Misplaced(String verb) implements First {}

  /** A command that no dialect of ours has, or not this one. */
  record Unknown(Optional<TrId> trId, String verb) implements First {}
}
