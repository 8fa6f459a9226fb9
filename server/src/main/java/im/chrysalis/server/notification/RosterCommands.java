package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.domain.person.Request.RosterCopy;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.Property;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Stamp;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.AskGroups;
import im.chrysalis.wire.command.ClientCommand.AskList;
import im.chrysalis.wire.command.ClientCommand.Synchronize;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.Place;
import im.chrysalis.wire.dialect.Groups;
import im.chrysalis.wire.dialect.Trait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a client asks about its lists as a whole.
 *
 * @see <a href="../../../../../../../../docs/protocol/roster.md">docs/protocol/roster.md</a>
 */
final class RosterCommands {
  /** The group of those who are in no other. */
  private static final String DEFAULT_GROUP_NAME = "Other Contacts";

  private static final List<ContactList> LISTS =
      List.of(ContactList.FORWARD, ContactList.ALLOW, ContactList.BLOCK, ContactList.REVERSE);

  private final Client client;
  private final Online online;
  private final PeopleLines people;

  RosterCommands(Client client, Online online) {
    this.client = client;
    this.online = online;
    people = new PeopleLines(client, online);
  }

  /** {@code SYN 8 27}: everything, unless the client has it already. */
  void synchronize(Synchronize it) {
    withRoster(
        it.trId(),
        roster -> {
          online.gotLists();
          List<String> state = state(roster.account().listVersion());
          if (it.known().equals(state)) {
            client.say(new ServerEvent.Synchronized(it.trId(), state, Optional.empty()));
          } else {
            client.say(
                new ServerEvent.Synchronized(it.trId(), state, Optional.of(announced(roster))));
            sayAll(it.trId(), roster);
          }
        });
  }

  /** Where the lists stand, as the dialect says it. */
  private List<String> state(long version) {
    return online.dialect().hasNamedWords()
        ? List.of(Stamp.of(version), Stamp.of(version))
        : List.of(Long.toString(version));
  }

  private ServerEvent.Announced announced(RosterCopy roster) {
    int groups = roster.groups().size() + (hasDefaultGroup() ? 1 : 0);
    return new ServerEvent.Announced(roster.contacts().size(), groups);
  }

  private boolean hasDefaultGroup() {
    return online.dialect().groups() == Groups.NUMBERED;
  }

  void list(AskList it) {
    withRoster(it.trId(), roster -> sayList(it.trId(), roster, it.list()));
  }

  void groups(AskGroups it) {
    withRoster(it.trId(), roster -> sayGroups(it.trId(), roster));
  }

  private void withRoster(TrId trId, Consumer<RosterCopy> then) {
    client.await(
        client.backbone().people().ask(online.account(), new Request.ReadRoster()), trId, then);
  }

  private void sayAll(TrId trId, RosterCopy roster) {
    Account account = roster.account();
    long version = account.listVersion();
    client.say(new ServerEvent.AddNoticeIs(trId, version, account.notice(), Place.ROSTER));
    client.say(new ServerEvent.PrivacyDefaultIs(trId, version, account.privacy(), Place.ROSTER));
    if (online.dialect().has(Trait.OWN_NAME)) {
      client.say(
          new ServerEvent.OwnName(trId, EncodedText.of(account.card().name()), Place.ROSTER));
    }
    sayOwnProperties(trId, account);
    if (online.dialect().hasGroups()) {
      sayGroups(trId, roster);
    }
    switch (online.dialect().roster()) {
      case LIST_BY_LIST -> LISTS.forEach(list -> sayList(trId, roster, list));
      case PERSON_BY_PERSON, NAMED_WORDS -> people.sayAll(roster);
      case ADDRESS_BOOK -> {}
    }
  }

  private void sayOwnProperties(TrId trId, Account account) {
    if (!online.dialect().has(Trait.PHONES)) {
      return;
    }
    for (Property property : Property.values()) {
      if (!online.dialect().has(Trait.PROPERTIES_OF_LAST_CONTACT)
          || account.properties().containsKey(property)) {
        client.say(
            new ServerEvent.PropertyIs(
                trId,
                account.listVersion(),
                property,
                own(account.properties(), property),
                Place.ROSTER));
      }
    }
  }

  static Optional<EncodedText> value(Map<Property, String> properties, Property property) {
    return Optional.ofNullable(properties.get(property)).map(EncodedText::of);
  }

  /** Of one's own properties, an unset yes or no is shown as a no. */
  static Optional<EncodedText> own(Map<Property, String> properties, Property property) {
    Optional<String> value = Optional.ofNullable(properties.get(property));
    return (property.isPhone() ? value : value.or(() -> Optional.of("N"))).map(EncodedText::of);
  }

  private void sayGroups(TrId trId, RosterCopy roster) {
    long version = roster.account().listVersion();
    int count = announced(roster).groups();
    int index = 1;
    if (hasDefaultGroup()) {
      client.say(
          new ServerEvent.GroupListed(
              trId,
              version,
              index++,
              count,
              GroupWords.DEFAULT,
              EncodedText.of(DEFAULT_GROUP_NAME)));
    }
    for (Group group : roster.groups()) {
      client.say(
          new ServerEvent.GroupListed(
              trId,
              version,
              index++,
              count,
              GroupWords.of(group, online.dialect()),
              EncodedText.of(group.name())));
    }
  }

  private void sayList(TrId trId, RosterCopy roster, ContactList list) {
    long version = roster.account().listVersion();
    List<ContactCopy> on = roster.contacts().stream().filter(c -> c.isOn(list)).toList();
    if (on.isEmpty()) {
      client.say(new ServerEvent.ListEmpty(trId, list, version));
    }
    int index = 1;
    for (ContactCopy contact : on) {
      client.say(
          new ServerEvent.ContactListed(
              trId,
              list,
              version,
              index++,
              on.size(),
              contact.view().card().address(),
              name(contact, list),
              list == ContactList.FORWARD
                  ? GroupWords.of(contact.groups(), roster.groups(), online.dialect())
                  : List.of()));
      if (list == ContactList.FORWARD && online.dialect().has(Trait.PHONES)) {
        sayProperties(client, version, contact.view(), Place.ROSTER);
      }
    }
  }

  /** The owner's own name for a contact, else the one the contact goes by. */
  static EncodedText name(ContactCopy contact, ContactList list) {
    String current = contact.view().card().name();
    return EncodedText.of(list == ContactList.FORWARD ? contact.label().orElse(current) : current);
  }

  /** All that may be known of a contact's telephones, what is unset too. */
  static void sayProperties(Client client, long version, View contact, Place place) {
    for (Property property : Property.values()) {
      if (property.isPublic()) {
        client.say(
            new ServerEvent.ContactPropertyIs(
                version,
                Optional.of(contact.card().address()),
                property,
                value(contact.properties(), property),
                place));
      }
    }
  }
}
