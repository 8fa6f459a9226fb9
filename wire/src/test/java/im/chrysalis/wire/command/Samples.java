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
import im.chrysalis.wire.command.ServerEvent.Appearance;
import im.chrysalis.wire.command.ServerEvent.Place;
import im.chrysalis.wire.command.SwitchboardCommand.Receipt;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.ReferralTail;
import im.chrysalis.wire.dialect.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Commands of every kind that a dialect has, made up at random. */
final class Samples {
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:/+-_{}%";

  private final Random random;
  private final Dialect dialect;

  Samples(Random random, Dialect dialect) {
    this.random = random;
    this.dialect = dialect;
  }

  List<ClientCommand> clientCommands() {
    List<ClientCommand> all = new ArrayList<>();
    List<String> details = words(dialect.has(Trait.CODE_BASE) ? 7 : 6);
    all.add(new ClientCommand.OfferVersions(trId(), words(3)));
    all.add(new ClientCommand.DescribeClient(trId(), "CVR", details.get(5), details));
    all.add(new ClientCommand.AskSecurityPackage(trId()));
    all.add(new ClientCommand.StartSignIn(trId(), word(), word()));
    all.add(new ClientCommand.ProveSignIn(trId(), word(), words(2)));
    all.add(new ClientCommand.Synchronize(trId(), List.of(Long.toString(version()))));
    all.add(new ClientCommand.AskList(trId(), any(ContactList.values())));
    ContactList list = any(ContactList.values());
    all.add(new ClientCommand.AddContact(trId(), list, address(), text(), group(list)));
    all.add(new ClientCommand.RemoveContact(trId(), list, address().text(), group(list)));
    all.add(new ClientCommand.Rename(trId(), address(), text()));
    all.add(new ClientCommand.SetAddNotice(trId(), any(AddNotice.values())));
    all.add(new ClientCommand.SetPrivacyDefault(trId(), any(PrivacyDefault.values())));
    all.add(ClientCommand.SetStatus.of(trId(), any(Status.values())));
    all.add(new ClientCommand.Ping());
    all.add(new ClientCommand.AskPage(trId(), word(), words(random.nextInt(3))));
    all.add(new ClientCommand.FindPeople(trId(), facts()));
    all.add(new ClientCommand.InviteFriend(trId(), "SND", word(), List.of(), new byte[0]));
    all.add(new ClientCommand.AskSwitchboard(trId()));
    all.add(new ClientCommand.SignOut());
    all.add(new ClientCommand.Misplaced("CAL"));
    all.add(new ClientCommand.Unknown(Optional.of(trId()), "XYZ"));
    if (dialect.has(Trait.INVITATION_SWITCH)) {
      all.add(new ClientCommand.AcceptInvitations(trId(), random.nextBoolean()));
    }
    if (dialect.has(Trait.PHONES)) {
      Property property = any(Property.values());
      all.add(new ClientCommand.SetProperty(trId(), property, value(property)));
      all.add(new ClientCommand.InviteFriend(trId(), "SDC", word(), words(6), payload(1024)));
      all.add(new ClientCommand.SendPage(trId(), "PAG", word(), payload(1024)));
    }
    if (dialect.has(Trait.CHALLENGE)) {
      all.add(new ClientCommand.AnswerChallenge(trId(), word(), "0123456789abcdef".repeat(2)));
    }
    if (dialect.hasGroups()) {
      all.add(new ClientCommand.AskGroups(trId()));
      all.add(new ClientCommand.AddGroup(trId(), text()));
      all.add(new ClientCommand.RenameGroup(trId(), word(), text()));
      all.add(new ClientCommand.RemoveGroup(trId(), word()));
    }
    return all;
  }

  List<ServerEvent> serverEvents() {
    List<ServerEvent> all = new ArrayList<>();
    all.add(new ServerEvent.VersionChosen(trId(), word()));
    all.add(new ServerEvent.ClientAdvice(trId(), "CVR", word(), word(), word(), word()));
    all.add(new ServerEvent.SecurityPackage(trId(), word()));
    boolean tail = dialect.referralTail() == ReferralTail.CURRENT_SERVER;
    all.add(new ServerEvent.ReferredToNotification(trId(), word(), tail ? word() : ""));
    all.add(new ServerEvent.SignInChallenge(trId(), word(), word()));
    boolean verified = !dialect.has(Trait.VERIFIED) || random.nextBoolean();
    all.add(new ServerEvent.SignedIn(trId(), address(), text(), verified));
    all.add(new ServerEvent.ServerMessage(payload(2000)));
    all.add(
        new ServerEvent.Synchronized(trId(), List.of(Long.toString(version())), Optional.empty()));
    all.add(new ServerEvent.AddNoticeIs(trId(), version(), any(AddNotice.values()), Place.REPLY));
    all.add(
        new ServerEvent.PrivacyDefaultIs(
            trId(), version(), any(PrivacyDefault.values()), Place.REPLY));
    ContactList list = any(ContactList.values());
    all.add(contactListed(list));
    all.add(new ServerEvent.ListEmpty(trId(), list, version()));
    all.add(new ServerEvent.ContactAdded(trId(), list, version(), address(), text(), group(list)));
    all.add(new ServerEvent.ContactRemoved(trId(), list, version(), address().text(), group(list)));
    all.add(new ServerEvent.Renamed(trId(), version(), address(), text()));
    all.add(new ServerEvent.StatusSet(trId(), words(2)));
    all.add(new ServerEvent.InitialPresence(trId(), appearance()));
    all.add(new ServerEvent.Presence(appearance()));
    all.add(new ServerEvent.WentOffline(address()));
    all.add(new ServerEvent.Pong(0));
    all.add(
        new ServerEvent.PageAddress(
            trId(), word(), word(), dialect.has(Trait.SITE_ID) ? random.nextInt(1000) : 0));
    all.add(new ServerEvent.PersonFound(trId(), 1, random.nextInt(1, 9), facts()));
    all.add(new ServerEvent.FriendInvited(trId(), "SND"));
    all.add(new ServerEvent.ReferredToSwitchboard(trId(), word(), word()));
    all.add(
        new ServerEvent.Ringing(
            random.nextInt(Integer.MAX_VALUE), word(), word(), address(), text()));
    all.add(new ServerEvent.SignedOut(word()));
    all.add(new ServerEvent.Refused(random.nextInt(1000), Optional.of(trId())));
    all.add(new ServerEvent.Unknown("XYZ " + word()));
    if (dialect.has(Trait.INVITATION_SWITCH)) {
      all.add(new ServerEvent.InvitationsAccepted(trId(), random.nextBoolean()));
    }
    if (dialect.has(Trait.PHONES)) {
      Property property = any(Property.values());
      all.add(
          new ServerEvent.PropertyIs(trId(), version(), property, value(property), Place.REPLY));
      all.add(
          new ServerEvent.ContactPropertyIs(
              version(), Optional.of(address()), property, value(property), Place.REPLY));
      all.add(new ServerEvent.Alert(payload(2000)));
      all.add(new ServerEvent.PageReceived(payload(2000)));
    }
    if (dialect.has(Trait.CHALLENGE)) {
      all.add(new ServerEvent.Challenge(word()));
      all.add(new ServerEvent.ChallengePassed(trId()));
    }
    if (dialect.hasGroups()) {
      all.add(new ServerEvent.GroupListed(trId(), version(), 1, 2, word(), text()));
      all.add(new ServerEvent.GroupAdded(trId(), version(), text(), word()));
      all.add(new ServerEvent.GroupRenamed(trId(), version(), word(), text()));
      all.add(new ServerEvent.GroupRemoved(trId(), version(), word()));
    }
    return all;
  }

  List<SwitchboardCommand> switchboardCommands() {
    return List.of(
        new SwitchboardCommand.Open(trId(), word(), word()),
        new SwitchboardCommand.Answer(trId(), word(), word(), word()),
        new SwitchboardCommand.Invite(trId(), address()),
        new SwitchboardCommand.Say(trId(), any(Receipt.values()), payload(1664)),
        new SwitchboardCommand.Leave(),
        new SwitchboardCommand.Unknown(Optional.of(trId()), "XYZ"));
  }

  List<SwitchboardEvent> switchboardEvents() {
    return List.of(
        new SwitchboardEvent.Opened(trId(), word(), text()),
        new SwitchboardEvent.Present(
            trId(), 1, random.nextInt(1, 50), whole(address()), text(), Capabilities.NONE),
        new SwitchboardEvent.Answered(trId()),
        new SwitchboardEvent.Rings(trId(), random.nextInt(Integer.MAX_VALUE)),
        new SwitchboardEvent.Joined(whole(address()), text(), Capabilities.NONE),
        new SwitchboardEvent.Left(whole(address()), random.nextBoolean()),
        new SwitchboardEvent.Said(address(), text(), payload(2000)),
        new SwitchboardEvent.Delivered(trId()),
        new SwitchboardEvent.Undelivered(trId()),
        new SwitchboardEvent.Refused(random.nextInt(1000), Optional.empty()),
        new SwitchboardEvent.Unknown("XYZ " + word()));
  }

  private ServerEvent.ContactListed contactListed(ContactList list) {
    List<String> groups =
        list == ContactList.FORWARD && dialect.hasGroups() ? List.of("0", "12") : List.of();
    return new ServerEvent.ContactListed(
        trId(), list, version(), 1, random.nextInt(1, 600), address(), text(), groups);
  }

  private Appearance appearance() {
    return new Appearance(
        address(), text(), any(Status.values()), Capabilities.NONE, Optional.empty());
  }

  private Optional<String> group(ContactList list) {
    return list == ContactList.FORWARD && dialect.hasGroups() && random.nextBoolean()
        ? Optional.of(Integer.toString(random.nextInt(30)))
        : Optional.empty();
  }

  private Optional<EncodedText> value(Property property) {
    if (random.nextInt(4) == 0) {
      return Optional.empty();
    }
    return Optional.of(property.isPhone() ? text() : EncodedText.raw("Y"));
  }

  private Map<String, EncodedText> facts() {
    Map<String, EncodedText> facts = new LinkedHashMap<>();
    for (String fact : List.of("fname", "lname", "city", "state", "country")) {
      facts.put(fact, random.nextBoolean() ? text() : EncodedText.raw(""));
    }
    return facts;
  }

  private TrId trId() {
    return new TrId(version());
  }

  private long version() {
    return random.nextLong(0x1_0000_0000L);
  }

  private EmailAddress address() {
    String local = random.nextBoolean() ? "anna" : "jörg.ł.€";
    return EmailAddress.of(local + random.nextInt(1000) + "@example.com");
  }

  /** A word of three to twelve letters. */
  private String word() {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(3, 13);
    while (word.length() < length) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  private List<String> words(int count) {
    return Stream.generate(this::word).limit(count).toList();
  }

  /** Text as it might come: raw bytes of any set, encoded in either case, or not quite encoded. */
  private EncodedText text() {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(1, 30);
    while (word.length() < length) {
      word.append((char) random.nextInt('!', 0x100));
    }
    return EncodedText.raw(word.toString());
  }

  private byte[] payload(int most) {
    byte[] bytes = new byte[random.nextInt(most + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static EndpointAddress whole(EmailAddress who) {
    return new EndpointAddress(who, Optional.empty());
  }
}
