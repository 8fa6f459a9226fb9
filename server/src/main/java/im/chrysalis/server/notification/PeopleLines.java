package im.chrysalis.server.notification;

import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.domain.person.Request.RosterCopy;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.Property;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.Place;
import im.chrysalis.wire.dialect.Roster;
import im.chrysalis.wire.dialect.Trait;
import java.util.List;
import java.util.Optional;

/**
 * The lists as a line for each person, since MSNP8.
 *
 * @see <a href="../../../../../../../../docs/protocol/roster.md">docs/protocol/roster.md</a>
 */
final class PeopleLines {
  private final Client client;
  private final Online online;

  PeopleLines(Client client, Online online) {
    this.client = client;
    this.online = online;
  }

  void sayAll(RosterCopy roster) {
    for (ContactCopy contact : roster.contacts()) {
      say(contact, roster);
    }
  }

  private void say(ContactCopy contact, RosterCopy roster) {
    boolean forward = contact.isOn(ContactList.FORWARD);
    boolean named = online.dialect().hasNamedWords();
    client.say(
        new ServerEvent.PersonListed(
            contact.view().card().address(),
            hasName(contact) ? Optional.of(name(contact, forward)) : Optional.empty(),
            forward && named
                ? Optional.of(new ContactId(contact.view().card().id()).toString())
                : Optional.empty(),
            lists(contact),
            forward
                ? GroupWords.of(contact.groups(), roster.groups(), online.dialect())
                : List.of()));
    if (forward) {
      sayProperties(contact);
    }
  }

  /**
   * COMPAT JML: where the words are named, it takes the third of somebody without an id for the
   * lists, so whoever is only allowed or blocked comes without a name. Those who are pending or on
   * the reverse list need one, since clients show it.
   */
  private boolean hasName(ContactCopy contact) {
    return online.dialect().roster() == Roster.PERSON_BY_PERSON
        || contact.isOn(ContactList.FORWARD)
        || contact.isOn(ContactList.REVERSE);
  }

  private static EncodedText name(ContactCopy contact, boolean forward) {
    return RosterCommands.name(contact, forward ? ContactList.FORWARD : ContactList.REVERSE);
  }

  /** Somebody who waits for a decision is on the pending list in place of the reverse list. */
  private int lists(ContactCopy contact) {
    if (!contact.isOn(ContactList.PENDING)) {
      return contact.lists();
    }
    ContactList hidden =
        online.dialect().has(Trait.PENDING_LIST) ? ContactList.REVERSE : ContactList.PENDING;
    return contact.lists() & ~hidden.bit();
  }

  private void sayProperties(ContactCopy contact) {
    for (Property property : Property.values()) {
      if (property.isPublic()) {
        RosterCommands.value(contact.view().properties(), property)
            .ifPresent(value ->
                client.say(
                    new ServerEvent.ContactPropertyIs(
                        0,
                        Optional.of(contact.view().card().address()),
                        property,
                        Optional.of(value),
                        Place.ROSTER)));
      }
    }
  }
}
