package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Request;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.AddContact;
import im.chrysalis.wire.command.ClientCommand.RemoveContact;
import im.chrysalis.wire.command.ClientCommand.Rename;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Groups;
import im.chrysalis.wire.dialect.Trait;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What a client changes about people: lists and names.
 *
 * @see <a href="../../../../../../../../docs/protocol/contacts.md">docs/protocol/contacts.md</a>
 */
final class ContactCommands {
  /** The longest friendly name in bytes, encoded. */
  static final int MAX_NAME = 387;

  private final Client client;
  private final Online online;
  private final PersonCommands people;

  ContactCommands(Client client, Online online, PersonCommands people) {
    this.client = client;
    this.online = online;
    this.people = people;
  }

  /** {@code ADD 12 FL ben@example.com Ben 1}. */
  void add(AddContact it) {
    if (!isOurs(it.list())) {
      client.close();
      return;
    }
    Optional<GroupName> group = group(it.list(), it.group());
    if (it.group().isPresent() && group.isEmpty()) {
      client.refuse(Refusals.ADD_TO_UNKNOWN_GROUP, it.trId());
      return;
    }
    if (isTooLong(it.name())) {
      client.refuse(Refusals.BAD_NAME, it.trId());
      return;
    }
    withAccount(
        it.who(),
        it.trId(),
        card ->
            edit(
                new Request.AddToList(online.session(), card, it.list(), group, it.trId().value()),
                it.trId(),
                Refusals.ADD_TO_UNKNOWN_GROUP,
                version ->
                    client.say(
                        new ServerEvent.ContactAdded(
                            it.trId(), it.list(), version, it.who(), it.name(), it.group()))));
  }

  /** {@code REM 13 FL ben@example.com 1}. */
  void remove(RemoveContact it) {
    if (it.list() == ContactList.PENDING && online.dialect().has(Trait.PENDING_LIST)) {
      people.removePending(it);
      return;
    }
    if (!isOurs(it.list())) {
      client.close();
      return;
    }
    if (it.list() == ContactList.FORWARD && online.dialect().groups() == Groups.GUIDS) {
      people.remove(it);
      return;
    }
    Optional<EmailAddress> who = EmailAddress.parse(EncodedText.raw(it.who()).text());
    if (who.isEmpty()) {
      client.refuse(Refusals.BAD_PARAMETER, it.trId());
      return;
    }
    Optional<GroupName> group = group(it.list(), it.group());
    if (it.group().isPresent() && group.isEmpty()) {
      client.refuse(Refusals.NO_SUCH_GROUP, it.trId());
      return;
    }
    LongConsumer done =
        version ->
            client.say(
                new ServerEvent.ContactRemoved(
                    it.trId(), it.list(), version, it.who(), it.group()));
    withAccount(
        who.get(),
        it.trId(),
        card ->
            edit(
                group
                    .<Request.Edit>map(name -> new Request.RemoveFromGroup(card.id(), name))
                    .orElseGet(() -> new Request.RemoveFromList(card.id(), it.list())),
                it.trId(),
                Refusals.NO_SUCH_GROUP,
                done));
  }

  /** {@code REA 14 anna@example.com Anna%20B}: oneself, or a contact. */
  void rename(Rename it) {
    String name = it.name().text();
    if (isTooLong(it.name()) || name.isBlank()) {
      client.refuse(Refusals.BAD_NAME, it.trId());
      return;
    }
    LongConsumer done =
        version -> client.say(new ServerEvent.Renamed(it.trId(), version, it.who(), it.name()));
    if (it.who().equals(online.card().address())) {
      edit(
          new Request.Rename(name),
          it.trId(),
          Refusals.BAD_NAME,
          version -> {
            online.renamed(name);
            done.accept(version);
          });
    } else {
      withAccount(
          it.who(),
          it.trId(),
          card ->
              edit(
                  new Request.LabelContact(card.id(), name),
                  it.trId(),
                  Refusals.NO_SUCH_GROUP,
                  done));
    }
  }

  /** Clients change three lists; the others follow from what people do. */
  static boolean isOurs(ContactList list) {
    return list == ContactList.FORWARD || list == ContactList.ALLOW || list == ContactList.BLOCK;
  }

  static boolean isTooLong(EncodedText name) {
    return name.length() > MAX_NAME || EncodedText.of(name.text()).length() > MAX_NAME;
  }

  private Optional<GroupName> group(ContactList list, Optional<String> word) {
    return list == ContactList.FORWARD && online.dialect().groups() == Groups.NUMBERED
        ? word.flatMap(it -> GroupWords.read(it, online.dialect()))
        : Optional.empty();
  }

  private void withAccount(EmailAddress who, TrId trId, Consumer<Card> then) {
    client.withAccount(who, trId, Refusals.noSuchAccount(online.dialect()), then);
  }

  private void edit(Request.Edit edit, TrId trId, int unknownGroup, LongConsumer done) {
    Edits.make(client, online, edit, trId, unknownGroup, outcome -> done.accept(outcome.version()));
  }
}
