package im.chrysalis.wire.command;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.values.Status;
import im.chrysalis.wire.Abilities;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.command.ClientCommand.*;
import im.chrysalis.wire.dialect.Addressing;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Groups;
import im.chrysalis.wire.dialect.Roster;
import im.chrysalis.wire.dialect.SignIn;
import im.chrysalis.wire.dialect.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Commands of every kind that a client may say in a dialect, made up at random. */
final class ClientSamples {
  private final Dialect dialect;
  private final Dice dice;
  private final List<ClientCommand> all = new ArrayList<>();

  private ClientSamples(Random random, Dialect dialect) {
    this.dialect = dialect;
    this.dice = new Dice(random, dialect);
  }

  static List<ClientCommand> of(Random random, Dialect dialect) {
    ClientSamples samples = new ClientSamples(random, dialect);
    samples.signIn();
    samples.lists();
    samples.people();
    samples.groups();
    samples.oneself();
    samples.newer();
    samples.besides();
    return samples.all;
  }

  private void signIn() {
    List<String> details = dice.words(detailsIn());
    all.add(new OfferVersions(dice.trId(), dice.words(3)));
    all.add(new DescribeClient(dice.trId(), "CVR", details.get(5), details));
    all.add(new StartSignIn(dice.trId(), dice.word(), dice.word()));
    all.add(new ProveSignIn(dice.trId(), dice.word(), dice.words(2)));
    if (dialect.signIn() == SignIn.MD5) {
      all.add(new AskSecurityPackage(dice.trId()));
    }
    if (dialect.has(Trait.CHALLENGE)) {
      all.add(new AnswerChallenge(dice.trId(), dice.word(), "0123456789abcdef".repeat(2)));
    }
  }

  private int detailsIn() {
    return !dialect.has(Trait.CODE_BASE) ? 6 : dialect.signIn() == SignIn.MD5 ? 7 : 8;
  }

  private void lists() {
    all.add(new SetPrivacyDefault(dice.trId(), dice.any(PrivacyDefault.values())));
    if (dialect.hasLists()) {
      all.add(
          new Synchronize(
              dice.trId(),
              dialect.roster() == Roster.NAMED_WORDS
                  ? dice.words(2)
                  : List.of(Long.toString(dice.unsigned()))));
      all.add(new SetAddNotice(dice.trId(), dice.any(AddNotice.values())));
    }
    if (dialect.has(Trait.LIST_REQUESTS)) {
      all.add(new AskList(dice.trId(), dice.any(ContactList.values())));
      if (dialect.hasGroups()) {
        all.add(new AskGroups(dice.trId()));
      }
    }
  }

  private void people() {
    ContactList list = dice.any(ContactList.values());
    if (dialect.hasLists()) {
      all.add(new RemoveContact(dice.trId(), list, who(list), group(list)));
    }
    if (dialect.has(Trait.LIST_VERSIONS)) {
      all.add(new AddContact(dice.trId(), list, dice.address(), dice.text(), group(list)));
      all.add(new Rename(dice.trId(), dice.address(), dice.text()));
    }
    if (dialect.roster() == Roster.NAMED_WORDS) {
      Optional<EmailAddress> who = dice.maybe(dice::address);
      all.add(
          new AddPerson(
              dice.trId(),
              list,
              who,
              dice.maybe(dice::text),
              who.isEmpty() ? Optional.of(dice.word()) : dice.maybe(dice::word),
              dice.maybe(dice::word)));
      all.add(new SetContact(dice.trId(), dice.word(), dice.word(), dice.text()));
    }
  }

  private String who(ContactList list) {
    return list == ContactList.FORWARD && dialect.groups() == Groups.GUIDS
        ? dice.word()
        : dice.address().text();
  }

  private Optional<String> group(ContactList list) {
    return list == ContactList.FORWARD && dialect.hasGroups()
        ? dice.maybe(dice::word)
        : Optional.empty();
  }

  private void groups() {
    if (dialect.hasGroups()) {
      all.add(new AddGroup(dice.trId(), dice.text()));
      all.add(new RenameGroup(dice.trId(), dice.word(), dice.text()));
      all.add(new RemoveGroup(dice.trId(), dice.word()));
    }
  }

  private void oneself() {
    if (dialect.hasPresenceLines()) {
      all.add(status());
    }
    if (dialect.has(Trait.PHONES)) {
      Property property = dice.any(Property.values());
      all.add(
          new SetProperty(
              dice.trId(),
              property,
              dice.maybe(() -> property.isPhone() ? dice.text() : EncodedText.raw("Y"))));
    }
    if (dialect.has(Trait.OWN_NAME)) {
      all.add(new RenameSelf(dice.trId(), dice.text()));
    }
    if (dialect.has(Trait.PERSONAL_MESSAGE)) {
      all.add(new SetPersonalData(dice.trId(), dice.payload(ClientCommands.MAX_PERSONAL_DATA)));
    }
  }

  private SetStatus status() {
    Status status = dice.any(Status.values());
    Capabilities able = dice.capabilities();
    Optional<String> picture = dice.picture();
    List<String> words = new ArrayList<>(List.of(status.code()));
    if (dialect.has(Trait.CAPABILITIES)) {
      words.add(Abilities.text(able, dialect));
    }
    if (dialect.addressing() == Addressing.NETWORK_BEFORE) {
      words.add(picture.orElse("0"));
    } else {
      picture.ifPresent(words::add);
    }
    return new SetStatus(dice.trId(), status, able, picture, words);
  }

  private void newer() {
    if (dialect.roster() == Roster.ADDRESS_BOOK) {
      all.add(new ChangeMemberships(dice.trId(), "ADL", dice.payload(8192)));
      all.add(new ChangeMemberships(dice.trId(), "RML", dice.payload(8192)));
    }
    if (dialect.has(Trait.NOTES)) {
      all.add(new SendNote(dice.trId(), dice.place(), dice.upTo(20), dice.payload(8192)));
    }
    if (dialect.has(Trait.FEDERATION)) {
      all.add(new FindNetworks(dice.trId(), dice.payload(8192)));
    }
    if (dialect.has(Trait.CIRCLES)) {
      all.add(new ShowCircles(dice.trId(), dice.word()));
      all.add(new Publish(dice.trId(), dice.payload(ClientCommands.MAX_DOCUMENT)));
      all.add(new Withdraw(dice.trId(), dice.payload(ClientCommands.MAX_DOCUMENT)));
      all.add(new SendRouted(dice.trId(), dice.payload(ClientCommands.MAX_DATAGRAM)));
    }
    if (dialect.talksAcross()) {
      all.add(
          new SendAcross(
              dice.trId(), dice.address(), dice.upTo(33), dice.upTo(5), dice.payload(8192)));
    }
  }

  private void besides() {
    all.add(new Ping());
    all.add(new AskPage(dice.trId(), dice.word(), dice.words(dice.upTo(3))));
    all.add(new InviteFriend(dice.trId(), "SND", dice.word(), List.of(), new byte[0]));
    if (dialect.hasSwitchboards()) {
      all.add(new AskSwitchboard(dice.trId()));
    }
    all.add(new SignOut());
    all.add(new Misplaced("CAL"));
    all.add(new Unknown(Optional.of(dice.trId()), "XYZ"));
    if (dialect.has(Trait.DIRECTORY)) {
      all.add(new FindPeople(dice.trId(), dice.facts()));
    }
    if (dialect.has(Trait.INVITATION_SWITCH)) {
      all.add(new AcceptInvitations(dice.trId(), dice.yes()));
    }
    if (dialect.has(Trait.INVITATION_TEXT)) {
      all.add(new InviteFriend(dice.trId(), "SDC", dice.word(), dice.words(6), dice.payload(1024)));
    }
    if (dialect.has(Trait.PAGES)) {
      all.add(new SendPage(dice.trId(), "PAG", dice.word(), dice.payload(1024)));
    }
    if (dialect.has(Trait.PAGES_BY_NUMBER)) {
      all.add(new SendPage(dice.trId(), "PGD", dice.word(), dice.payload(1024)));
    }
    if (dialect.has(Trait.SHIELDS)) {
      all.add(new AskConfiguration(dice.trId(), dice.word()));
    }
  }
}
