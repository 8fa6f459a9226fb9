package im.chrysalis.wire.dialect;

import static im.chrysalis.wire.dialect.Trait.ALERTS;
import static im.chrysalis.wire.dialect.Trait.CAPABILITIES;
import static im.chrysalis.wire.dialect.Trait.CHALLENGE;
import static im.chrysalis.wire.dialect.Trait.CIRCLES;
import static im.chrysalis.wire.dialect.Trait.CODE_BASE;
import static im.chrysalis.wire.dialect.Trait.DATA_MESSAGES;
import static im.chrysalis.wire.dialect.Trait.DIRECTORY;
import static im.chrysalis.wire.dialect.Trait.ENDPOINTS;
import static im.chrysalis.wire.dialect.Trait.FEDERATION;
import static im.chrysalis.wire.dialect.Trait.INVITATION_LANGUAGE;
import static im.chrysalis.wire.dialect.Trait.INVITATION_SWITCH;
import static im.chrysalis.wire.dialect.Trait.INVITATION_TEXT;
import static im.chrysalis.wire.dialect.Trait.LATER_CHALLENGE;
import static im.chrysalis.wire.dialect.Trait.LISTED_NETWORKS;
import static im.chrysalis.wire.dialect.Trait.LIST_REQUESTS;
import static im.chrysalis.wire.dialect.Trait.LIST_VERSIONS;
import static im.chrysalis.wire.dialect.Trait.MAIL_DATA;
import static im.chrysalis.wire.dialect.Trait.MEMBER_CAPABILITIES;
import static im.chrysalis.wire.dialect.Trait.NOTES;
import static im.chrysalis.wire.dialect.Trait.OWN_NAME;
import static im.chrysalis.wire.dialect.Trait.PAGES;
import static im.chrysalis.wire.dialect.Trait.PAGES_BY_NUMBER;
import static im.chrysalis.wire.dialect.Trait.PASSPORT_PROFILE;
import static im.chrysalis.wire.dialect.Trait.PENDING_LIST;
import static im.chrysalis.wire.dialect.Trait.PERSONAL_MESSAGE;
import static im.chrysalis.wire.dialect.Trait.PHONES;
import static im.chrysalis.wire.dialect.Trait.PICTURES;
import static im.chrysalis.wire.dialect.Trait.PING_SECONDS;
import static im.chrysalis.wire.dialect.Trait.POLICIES;
import static im.chrysalis.wire.dialect.Trait.PROPERTIES_OF_LAST_CONTACT;
import static im.chrysalis.wire.dialect.Trait.REPEATED_PRIVACY;
import static im.chrysalis.wire.dialect.Trait.ROUTED;
import static im.chrysalis.wire.dialect.Trait.SHIELDS;
import static im.chrysalis.wire.dialect.Trait.SITE_ID;
import static im.chrysalis.wire.dialect.Trait.TALKS_WHILE_HIDDEN;
import static im.chrysalis.wire.dialect.Trait.VERIFIED;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What each version does its own way. Ask a dialect a question, never its number. A version is the
 * one before it plus what changed, so the table reads as the protocol's history.
 *
 * @param number the version's number
 * @param signIn how a client proves who signs in
 * @param roster the shape of the lists
 * @param groups how groups are called
 * @param referralTail what follows the address in a referral to a notification server
 * @param invitationTail what follows in a referral to a switchboard and in an invitation
 * @param addressing how presence calls somebody
 * @param traits what else the version has
 * @see <a href="../../../../../../../../docs/protocol/dialects.md">docs/protocol/dialects.md</a>
 */
public record Dialect(
    int number,
    SignIn signIn,
    Roster roster,
    Groups groups,
    ReferralTail referralTail,
    InvitationTail invitationTail,
    Addressing addressing,
    Set<Trait> traits) {

  public static final Dialect MSNP2 =
      new Dialect(
          2,
          SignIn.MD5,
          Roster.LIST_BY_LIST,
          Groups.NONE,
          ReferralTail.NOTHING,
          InvitationTail.NOTHING,
          Addressing.PLAIN,
          EnumSet.of(LIST_VERSIONS, LIST_REQUESTS, DIRECTORY));
  public static final Dialect MSNP3 =
      MSNP2
          .next(3)
          .with(ReferralTail.ZERO)
          .plus(PASSPORT_PROFILE, INVITATION_SWITCH, INVITATION_LANGUAGE, SITE_ID);
  public static final Dialect MSNP4 = MSNP3.next(4).plus(CODE_BASE);
  public static final Dialect MSNP5 = MSNP4.next(5).plus(PHONES, PAGES, ALERTS, INVITATION_TEXT);
  public static final Dialect MSNP6 = MSNP5.next(6).plus(CHALLENGE, VERIFIED);
  public static final Dialect MSNP7 =
      MSNP6.next(7).with(Groups.NUMBERED).with(ReferralTail.CURRENT_SERVER);

  public static final Dialect MSNP8 =
      MSNP7
          .next(8)
          .with(SignIn.PASSPORT)
          .with(Roster.PERSON_BY_PERSON)
          .plus(CAPABILITIES, PROPERTIES_OF_LAST_CONTACT)
          .minus(DIRECTORY);
  public static final Dialect MSNP9 =
      MSNP8
          .next(9)
          .plus(PICTURES, DATA_MESSAGES, PING_SECONDS, PAGES_BY_NUMBER)
          .minus(LIST_REQUESTS);
  public static final Dialect MSNP10 =
      MSNP9
          .next(10)
          .with(Roster.NAMED_WORDS)
          .with(Groups.GUIDS)
          .plus(OWN_NAME)
          .minus(LIST_VERSIONS);
  public static final Dialect MSNP11 =
      MSNP10.next(11).plus(SHIELDS, PENDING_LIST, PERSONAL_MESSAGE, LATER_CHALLENGE, MAIL_DATA);
  public static final Dialect MSNP12 =
      MSNP11.next(12).plus(MEMBER_CAPABILITIES, LISTED_NETWORKS, REPEATED_PRIVACY);

  public static final Dialect MSNP13 =
      MSNP12
          .next(13)
          .with(Roster.ADDRESS_BOOK)
          .with(Groups.NONE)
          .with(ReferralTail.LETTERS)
          .with(InvitationTail.SITE)
          .plus(TALKS_WHILE_HIDDEN, POLICIES, NOTES)
          .minus(SHIELDS, LISTED_NETWORKS, PHONES, PROPERTIES_OF_LAST_CONTACT);
  public static final Dialect MSNP14 =
      MSNP13
          .next(14)
          .with(InvitationTail.SITE_AND_DIRECT)
          .with(Addressing.NETWORK_BEHIND)
          .plus(FEDERATION);
  public static final Dialect MSNP15 = MSNP14.next(15).with(SignIn.SSO);
  public static final Dialect MSNP16 = MSNP15.next(16).plus(ENDPOINTS);
  public static final Dialect MSNP17 = MSNP16.next(17);
  public static final Dialect MSNP18 =
      MSNP17.next(18).with(Addressing.NETWORK_BEFORE).plus(CIRCLES);

  public static final Dialect MSNP21 =
      MSNP18
          .next(21)
          .with(ReferralTail.LETTERS_AND_HOPS)
          .plus(ROUTED)
          .minus(PERSONAL_MESSAGE, NOTES);

  /** Newest first: the first one the client also speaks is chosen. */
  public static final List<Dialect> SPOKEN =
      List.of(
          MSNP21, MSNP18, MSNP17, MSNP16, MSNP15, MSNP14, MSNP13, MSNP12, MSNP11, MSNP10, MSNP9,
          MSNP8, MSNP7, MSNP6, MSNP5, MSNP4, MSNP3, MSNP2);

  /** The pseudo-version of a client that only asks where to find a newer one. */
  public static final String UPGRADE_ONLY = "CVR0";

  public Dialect {
    traits = Collections.unmodifiableSet(EnumSet.copyOf(traits));
  }

  /** Whether the version has the trait. */
  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether contacts are kept in groups and the wire says so. */
  public boolean hasGroups() {
    return groups != Groups.NONE;
  }

  /** Whether the lists are on the wire, and not in the address book service. */
  public boolean hasLists() {
    return !hasAddressBook();
  }

  /** Whether the lists are in the address book service, and not on the wire. */
  public boolean hasAddressBook() {
    return roster == Roster.ADDRESS_BOOK;
  }

  /** Whether lines call people by words that say what they are, {@code N=} and {@code C=}. */
  public boolean hasNamedWords() {
    return roster == Roster.NAMED_WORDS;
  }

  /** Whether presence comes line by line, and not in documents. */
  public boolean hasPresenceLines() {
    return !has(ROUTED);
  }

  /** Whether people talk on switchboards, and not through the notification server. */
  public boolean hasSwitchboards() {
    return !has(ROUTED);
  }

  /** Whether there are lines of their own for other networks and for people who are away. */
  public boolean talksAcross() {
    return has(FEDERATION) && !has(ROUTED);
  }

  /** Whether the server tells clients how to behave, be it asked or unasked. */
  public boolean hasConfiguration() {
    return has(SHIELDS) || has(POLICIES);
  }

  /** Whether an account has properties on the wire, be it the telephones or its name. */
  public boolean hasProperties() {
    return has(PHONES) || has(OWN_NAME);
  }

  /** The version's name on the wire. */
  public String name() {
    return "MSNP" + number;
  }

  /** The newest version that is also offered, whatever the case and order of the offer. */
  public static Optional<Dialect> newestOf(Collection<String> offered) {
    for (Dialect spoken : SPOKEN) {
      for (String word : offered) {
        if (spoken.name().equalsIgnoreCase(word)) {
          return Optional.of(spoken);
        }
      }
    }
    return Optional.empty();
  }

  /** The version of a name in either case, or nothing when we do not speak it. */
  public static Optional<Dialect> ofName(String name) {
    return newestOf(List.of(name));
  }

  /** Dialects are keys of tables that are asked often, and each number means one of them. */
  @Override
  public int hashCode() {
    return number;
  }

  @Override
  public String toString() {
    return name();
  }

  private Dialect next(int newer) {
    return new Dialect(
        newer, signIn, roster, groups, referralTail, invitationTail, addressing, traits);
  }

  private Dialect with(SignIn other) {
    return new Dialect(
        number, other, roster, groups, referralTail, invitationTail, addressing, traits);
  }

  private Dialect with(Roster other) {
    return new Dialect(
        number, signIn, other, groups, referralTail, invitationTail, addressing, traits);
  }

  private Dialect with(Groups other) {
    return new Dialect(
        number, signIn, roster, other, referralTail, invitationTail, addressing, traits);
  }

  private Dialect with(ReferralTail other) {
    return new Dialect(number, signIn, roster, groups, other, invitationTail, addressing, traits);
  }

  private Dialect with(InvitationTail other) {
    return new Dialect(number, signIn, roster, groups, referralTail, other, addressing, traits);
  }

  private Dialect with(Addressing other) {
    return new Dialect(number, signIn, roster, groups, referralTail, invitationTail, other, traits);
  }

  private Dialect plus(Trait... more) {
    Set<Trait> all = EnumSet.copyOf(traits);
    Collections.addAll(all, more);
    return with(all);
  }

  private Dialect minus(Trait... fewer) {
    Set<Trait> rest = EnumSet.copyOf(traits);
    rest.removeAll(List.of(fewer));
    return with(rest);
  }

  private Dialect with(Set<Trait> others) {
    return new Dialect(
        number, signIn, roster, groups, referralTail, invitationTail, addressing, others);
  }
}
