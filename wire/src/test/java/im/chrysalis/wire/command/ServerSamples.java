package im.chrysalis.wire.command;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.values.Status;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ServerEvent.*;
import im.chrysalis.wire.dialect.Addressing;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Groups;
import im.chrysalis.wire.dialect.ReferralTail;
import im.chrysalis.wire.dialect.Roster;
import im.chrysalis.wire.dialect.SignIn;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.routed.RoutedAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Events of every kind that a server may say in a dialect, made up at random. */
final class ServerSamples {
  private final Dialect dialect;
  private final Dice dice;
  private final List<ServerEvent> all = new ArrayList<>();

  private ServerSamples(Random random, Dialect dialect) {
    this.dialect = dialect;
    this.dice = new Dice(random, dialect);
  }

  static List<ServerEvent> of(Random random, Dialect dialect) {
    ServerSamples samples = new ServerSamples(random, dialect);
    samples.signIn();
    samples.settings();
    samples.properties();
    samples.lists();
    samples.changes();
    samples.groups();
    samples.presence();
    samples.newer();
    samples.besides();
    return samples.all;
  }

  private void signIn() {
    all.add(new VersionChosen(dice.trId(), dice.word()));
    all.add(
        new ClientAdvice(dice.trId(), "CVR", dice.word(), dice.word(), dice.word(), dice.word()));
    boolean tail = dialect.referralTail() == ReferralTail.CURRENT_SERVER;
    all.add(new ReferredToNotification(dice.trId(), dice.word(), tail ? dice.word() : ""));
    boolean twoWords = dialect.signIn() == SignIn.SSO;
    all.add(
        new SignInChallenge(
            dice.trId(), dice.word(), String.join(" ", dice.words(twoWords ? 2 : 1))));
    EmailAddress account = dice.address();
    all.add(
        new SignedIn(
            dice.trId(),
            account,
            dialect.has(Trait.OWN_NAME) ? EncodedText.of(account.text()) : dice.text(),
            !dialect.has(Trait.VERIFIED) || dialect.has(Trait.CIRCLES) || dice.yes()));
    all.add(new ServerMessage(dice.payload(2000)));
    if (dialect.signIn() == SignIn.MD5) {
      all.add(new SecurityPackage(dice.trId(), dice.word()));
    }
    if (dialect.has(Trait.CHALLENGE)) {
      all.add(new Challenge(dice.word()));
      all.add(new ChallengePassed(dice.trId()));
    }
  }

  private void settings() {
    PrivacyDefault privacy = dice.any(PrivacyDefault.values());
    all.add(new PrivacyDefaultIs(dice.trId(), dice.version(), privacy, Place.REPLY));
    AddNotice notice = dice.any(AddNotice.values());
    if (dialect.hasLists()) {
      all.add(new AddNoticeIs(dice.trId(), dice.version(), notice, Place.REPLY));
    }
    if (hasRosterForms()) {
      all.add(new PrivacyDefaultIs(TrId.UNASKED, 0, privacy, Place.ROSTER));
      all.add(new AddNoticeIs(TrId.UNASKED, 0, notice, Place.ROSTER));
    }
  }

  /** Whether some lines look otherwise where they stand among the lists. */
  private boolean hasRosterForms() {
    return dialect.hasLists() && dialect.has(Trait.PROPERTIES_OF_LAST_CONTACT);
  }

  private void properties() {
    Property property = dice.any(Property.values());
    Optional<EncodedText> value = dice.maybe(dice::text);
    if (dialect.has(Trait.PHONES)) {
      all.add(new PropertyIs(dice.trId(), dice.version(), property, value, Place.REPLY));
      all.add(
          new ContactPropertyIs(
              dice.version(), Optional.of(dice.address()), property, value, Place.REPLY));
    }
    if (dialect.has(Trait.OWN_NAME)) {
      all.add(new OwnName(dice.trId(), dice.text(), Place.REPLY));
    }
    if (hasRosterForms()) {
      all.add(new PropertyIs(TrId.UNASKED, 0, property, value, Place.ROSTER));
      all.add(new ContactPropertyIs(0, Optional.empty(), property, value, Place.ROSTER));
    }
    if (dialect.has(Trait.OWN_NAME) && hasRosterForms()) {
      all.add(new OwnName(TrId.UNASKED, dice.text(), Place.ROSTER));
    }
  }

  private void lists() {
    ContactList list = dice.any(ContactList.values());
    switch (dialect.roster()) {
      case LIST_BY_LIST -> {
        List<String> state = List.of(Long.toString(dice.unsigned()));
        all.add(new Synchronized(dice.trId(), state, Optional.empty()));
        all.add(new ListEmpty(dice.trId(), list, dice.version()));
        all.add(contact(list));
      }
      case PERSON_BY_PERSON -> {
        List<String> state = List.of(Long.toString(dice.unsigned()));
        all.add(new Synchronized(dice.trId(), state, dice.maybe(this::announced)));
        all.add(person(Optional.of(dice.text()), Optional.empty()));
      }
      case NAMED_WORDS -> {
        all.add(new Synchronized(dice.trId(), dice.words(2), dice.maybe(this::announced)));
        all.add(person(dice.maybe(dice::text), dice.maybe(dice::word)));
      }
      case ADDRESS_BOOK -> {}
    }
  }

  private Announced announced() {
    return new Announced(dice.upTo(600), dice.upTo(30));
  }

  private ContactListed contact(ContactList list) {
    return new ContactListed(
        dice.trId(),
        list,
        dice.version(),
        1,
        dice.upTo(600),
        dice.address(),
        dice.text(),
        list == ContactList.FORWARD && dialect.hasGroups() ? dice.words(2) : List.of());
  }

  private PersonListed person(Optional<EncodedText> name, Optional<String> contactId) {
    int lists = dice.upTo(32);
    boolean forward = (lists & ContactList.FORWARD.bit()) != 0;
    List<String> groups = forward ? dice.words(dice.upTo(4)) : List.of();
    return new PersonListed(dice.address(), name, contactId, lists, groups);
  }

  private void changes() {
    ContactList list = dice.any(ContactList.values());
    Optional<String> group =
        list == ContactList.FORWARD && dialect.hasGroups()
            ? dice.maybe(dice::word)
            : Optional.empty();
    if (dialect.hasLists()) {
      boolean byId = list == ContactList.FORWARD && dialect.groups() == Groups.GUIDS;
      String who = byId ? dice.word() : dice.address().text();
      all.add(new ContactRemoved(dice.trId(), list, dice.version(), who, group));
    }
    if (dialect.has(Trait.LIST_VERSIONS)) {
      all.add(
          new ContactAdded(dice.trId(), list, dice.version(), dice.address(), dice.text(), group));
      all.add(new Renamed(dice.trId(), dice.version(), dice.address(), dice.text()));
    }
    if (dialect.roster() == Roster.NAMED_WORDS) {
      all.add(
          new PersonAdded(
              dice.trId(),
              list,
              dice.maybe(dice::address),
              dice.maybe(dice::text),
              dice.maybe(dice::word),
              dice.maybe(dice::word)));
      all.add(new ContactSet(dice.trId(), dice.word(), dice.word(), dice.text()));
    }
  }

  private void groups() {
    if (!dialect.hasGroups()) {
      return;
    }
    all.add(
        dialect.roster() == Roster.LIST_BY_LIST
            ? new GroupListed(dice.trId(), dice.version(), 1, 2, dice.word(), dice.text())
            : new GroupListed(TrId.UNASKED, 0, 0, 0, dice.word(), dice.text()));
    all.add(new GroupAdded(dice.trId(), dice.version(), dice.text(), dice.word()));
    all.add(new GroupRenamed(dice.trId(), dice.version(), dice.word(), dice.text()));
    all.add(new GroupRemoved(dice.trId(), dice.version(), dice.word()));
  }

  private void presence() {
    if (dialect.hasPresenceLines()) {
      all.add(new StatusSet(dice.trId(), dice.words(2)));
      all.add(new Presence(appearance()));
      all.add(new WentOffline(dice.address()));
    }
    if (dialect.addressing() != Addressing.NETWORK_BEFORE) {
      all.add(new InitialPresence(dice.trId(), appearance()));
    }
    if (dialect.has(Trait.PERSONAL_MESSAGE)) {
      all.add(new PersonalDataIs(dice.address(), dice.payload(2000)));
      all.add(new PersonalDataSet(dice.trId()));
      all.add(new SubscriptionsListed());
    }
    if (dialect.has(Trait.SHIELDS)) {
      all.add(new Configuration(dice.trId(), dice.word(), dice.payload(2000)));
    }
  }

  private Appearance appearance() {
    return new Appearance(
        dice.address(),
        dice.text(),
        dice.any(Status.values()),
        dice.capabilities(),
        dice.picture());
  }

  private void newer() {
    if (dialect.roster() == Roster.ADDRESS_BOOK) {
      all.add(new MembershipsTaken(dice.trId(), "ADL"));
      all.add(new MembershipsChanged("RML", dice.payload(2000)));
      all.add(new Policies(dice.payload(2000)));
    }
    if (dialect.has(Trait.NOTES)) {
      all.add(new NoteTaken(dice.trId()));
      all.add(new NoteReceived(dice.place(), dice.upTo(20), dice.payload(2000)));
    }
    if (dialect.has(Trait.FEDERATION)) {
      all.add(new NetworksFound(dice.trId(), dice.payload(2000)));
    }
    if (dialect.has(Trait.CIRCLES)) {
      all.add(new CirclesShown(dice.trId(), dice.address()));
      if (dialect.hasPresenceLines()) {
        RoutedAddress circle = RoutedAddress.circle(new UUID(0, dice.version()));
        all.add(new PresenceInCircle(appearance(), circle));
        all.add(new WentFromCircle(dice.address(), circle));
      }
      all.add(new PublishTaken(dice.trId(), dice.payload(2000)));
      all.add(new WithdrawTaken(dice.trId()));
      all.add(new Published(dice.payload(2000)));
      all.add(new Withdrawn(dice.payload(2000)));
      all.add(new RoutedReceived(dice.payload(2000)));
    }
    if (dialect.talksAcross()) {
      all.add(
          new ReceivedAcross(
              dice.address(),
              dice.upTo(33),
              dialect.has(Trait.ENDPOINTS) ? Optional.of(dice.address()) : Optional.empty(),
              dice.upTo(5),
              dice.payload(2000)));
    }
  }

  private void besides() {
    all.add(new Pong(dialect.has(Trait.PING_SECONDS) ? dice.upTo(600) : 0));
    all.add(
        new PageAddress(
            dice.trId(),
            dice.word(),
            dice.word(),
            dialect.has(Trait.SITE_ID) ? dice.upTo(1000) : 0));
    all.add(new FriendInvited(dice.trId(), "SND"));
    all.add(new ReferredToSwitchboard(dice.trId(), dice.word(), dice.word()));
    if (dialect.hasSwitchboards()) {
      all.add(
          new Ringing(
              dice.upTo(Integer.MAX_VALUE), dice.word(), dice.word(), dice.address(), dice.text()));
    }
    all.add(new SignedOut(dice.word()));
    all.add(new Refused(dice.upTo(200), Optional.of(dice.trId())));
    all.add(new Unknown("XYZ " + dice.word()));
    if (dialect.has(Trait.DIRECTORY)) {
      all.add(new PersonFound(dice.trId(), 1, dice.upTo(9), dice.facts()));
    }
    if (dialect.has(Trait.INVITATION_SWITCH)) {
      all.add(new InvitationsAccepted(dice.trId(), dice.yes()));
    }
    if (dialect.has(Trait.ALERTS)) {
      all.add(new Alert(dice.payload(2000)));
      all.add(new PageReceived(dice.payload(2000)));
    }
  }
}
