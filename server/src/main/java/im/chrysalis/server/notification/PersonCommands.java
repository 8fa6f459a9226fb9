package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Request;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.AddPerson;
import im.chrysalis.wire.command.ClientCommand.RemoveContact;
import im.chrysalis.wire.command.ClientCommand.RenameSelf;
import im.chrysalis.wire.command.ClientCommand.SetContact;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.command.ServerEvent.Place;
import im.chrysalis.wire.dialect.Trait;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a client since MSNP10 changes about people, where contacts are called by their ids.
 *
 * @see <a href="../../../../../../../../docs/protocol/contacts.md">docs/protocol/contacts.md</a>
 */
final class PersonCommands {
  /** The one thing about a contact that is kept: the owner's own name for it. */
  private static final String NAME = "MFN";

  private final Client client;
  private final Online online;

  PersonCommands(Client client, Online online) {
    this.client = client;
    this.online = online;
  }

  /** {@code ADC 12 FL N=ben@example.com F=Ben}, {@code ADC 13 FL C=GUID GUID}. */
  void add(AddPerson it) {
    if (it.list() == ContactList.REVERSE && online.dialect().has(Trait.PENDING_LIST)) {
      accept(it);
    } else if (!ContactCommands.isOurs(it.list())) {
      client.close();
    } else if (it.name().isPresent() && ContactCommands.isTooLong(it.name().get())) {
      client.refuse(Refusals.BAD_NAME, it.trId());
    } else if (it.group().isPresent()) {
      addToGroup(it);
    } else if (it.who().isPresent()) {
      withAccount(it.who().get(), it.trId(), card -> addToList(it, card));
    } else {
      client.refuse(Refusals.BAD_PARAMETER, it.trId());
    }
  }

  private void addToList(AddPerson it, Card card) {
    edit(
        new Request.AddToList(
            online.session(), card, it.list(), Optional.empty(), it.trId().value()),
        it.trId(),
        _ ->
            say(
                it,
                it.list() == ContactList.FORWARD
                    ? Optional.of(new ContactId(card.id()).toString())
                    : Optional.empty()));
  }

  /** Somebody is called by the contact's id, or comes onto the list and into the group at once. */
  private void addToGroup(AddPerson it) {
    Optional<GroupName> group = it.group().flatMap(word -> GroupWords.read(word, online.dialect()));
    if (it.list() != ContactList.FORWARD || group.isEmpty()) {
      client.refuse(Refusals.NO_SUCH_GROUP, it.trId());
      return;
    }
    withSomebody(
        it,
        card ->
            edit(
                new Request.AddToList(
                    online.session(), card, ContactList.FORWARD, group, it.trId().value()),
                it.trId(),
                _ -> say(it, Optional.of(new ContactId(card.id()).toString()))));
  }

  private void withSomebody(AddPerson it, Consumer<Card> then) {
    if (it.who().isPresent()) {
      withAccount(it.who().get(), it.trId(), then);
      return;
    }
    Optional<AccountId> contact = contact(it.contactId().orElse(""));
    if (contact.isEmpty()) {
      client.refuse(Refusals.NO_SUCH_CONTACT, it.trId());
      return;
    }
    client.await(
        client.backbone().people().ask(online.account(), new Request.ReadRoster()),
        it.trId(),
        roster ->
            roster.contacts().stream()
                .filter(known -> known.isOn(ContactList.FORWARD))
                .map(known -> known.view().card())
                .filter(card -> card.id().equals(contact.get()))
                .findFirst()
                .ifPresentOrElse(then, () -> client.refuse(Refusals.NO_SUCH_CONTACT, it.trId())));
  }

  /** {@code ADC 13 RL N=eve@example.com}: somebody who was pending is accepted. */
  private void accept(AddPerson it) {
    if (it.who().isEmpty()) {
      client.refuse(Refusals.BAD_PARAMETER, it.trId());
      return;
    }
    withAccount(
        it.who().get(),
        it.trId(),
        card -> settle(card, it.trId(), () -> say(it, Optional.empty())));
  }

  /** {@code REM 14 PL eve@example.com}: somebody is not pending any more. */
  void removePending(RemoveContact it) {
    EmailAddress.parse(EncodedText.raw(it.who()).text())
        .ifPresentOrElse(
            who ->
                withAccount(who, it.trId(), card -> settle(card, it.trId(), () -> sayRemoved(it))),
            () -> client.refuse(Refusals.BAD_PARAMETER, it.trId()));
  }

  /** Clients allow or block first, which has ended the waiting already. */
  private void settle(Card who, TrId trId, Runnable done) {
    client.await(
        client
            .backbone()
            .people()
            .ask(online.account(), online.own(new Request.SettlePending(who.id()))),
        trId,
        outcome -> {
          switch (outcome) {
            case Outcome.Done it -> {
              online.listVersion(it.version());
              done.run();
            }
            case Outcome.Refused(Refusal why) when why == Refusal.UNCHANGED -> done.run();
            case Outcome.Refused(Refusal why) -> client.refuse(Refusals.code(why), trId);
          }
        });
  }

  /** {@code REM 15 FL GUID GUID}: out of the group; without one, off the list. */
  void remove(RemoveContact it) {
    Optional<AccountId> contact = contact(it.who());
    if (contact.isEmpty()) {
      client.refuse(Refusals.NO_SUCH_CONTACT, it.trId());
      return;
    }
    Optional<GroupName> group = it.group().flatMap(word -> GroupWords.read(word, online.dialect()));
    if (it.group().isPresent() && group.isEmpty()) {
      client.refuse(Refusals.NO_SUCH_GROUP, it.trId());
      return;
    }
    edit(
        group
            .<Request.Edit>map(name -> new Request.RemoveFromGroup(contact.get(), name))
            .orElseGet(() -> new Request.RemoveFromList(contact.get(), ContactList.FORWARD)),
        it.trId(),
        _ -> sayRemoved(it));
  }

  /** {@code SBP 16 GUID MFN Benny}; what else is said about contacts is taken and not kept. */
  void set(SetContact it) {
    Optional<AccountId> contact = contact(it.contactId());
    if (contact.isEmpty()) {
      client.refuse(Refusals.NO_SUCH_CONTACT, it.trId());
    } else if (!it.key().equalsIgnoreCase(NAME)) {
      echo(it);
    } else if (ContactCommands.isTooLong(it.value())) {
      client.refuse(Refusals.BAD_NAME, it.trId());
    } else {
      edit(new Request.LabelContact(contact.get(), it.value().text()), it.trId(), _ -> echo(it));
    }
  }

  private void echo(SetContact it) {
    client.say(new ServerEvent.ContactSet(it.trId(), it.contactId(), it.key(), it.value()));
  }

  /** {@code PRP 17 MFN Anna%20B}. */
  void rename(RenameSelf it) {
    String name = it.name().text();
    if (ContactCommands.isTooLong(it.name()) || name.isBlank()) {
      client.refuse(Refusals.BAD_NAME, it.trId());
      return;
    }
    if (name.equals(online.card().name())) {
      sayName(it); // clients since MSNP13 say it at each sign-in
      return;
    }
    edit(
        new Request.Rename(name),
        it.trId(),
        _ -> {
          online.renamed(name);
          sayName(it);
        });
  }

  private void sayName(RenameSelf it) {
    client.say(new ServerEvent.OwnName(it.trId(), it.name(), Place.REPLY));
  }

  private static Optional<AccountId> contact(String word) {
    return ContactId.parse(word).map(ContactId::account);
  }

  private void say(AddPerson it, Optional<String> contactId) {
    client.say(
        new ServerEvent.PersonAdded(
            it.trId(), it.list(), it.who(), it.name(), contactId, it.group()));
  }

  private void sayRemoved(RemoveContact it) {
    client.say(
        new ServerEvent.ContactRemoved(
            it.trId(), it.list(), online.listVersion(), it.who(), it.group()));
  }

  private void withAccount(EmailAddress who, TrId trId, Consumer<Card> then) {
    client.withAccount(who, trId, Refusals.NO_SUCH_CONTACT, then);
  }

  private void edit(Request.Edit edit, TrId trId, Consumer<Outcome.Done> done) {
    Edits.make(client, online, edit, trId, Refusals.NO_SUCH_GROUP, done);
  }
}
