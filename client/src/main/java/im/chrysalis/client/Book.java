package im.chrysalis.client;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Status;
import im.chrysalis.wire.command.ServerEvent.Appearance;
import im.chrysalis.wire.command.ServerEvent.ContactAdded;
import im.chrysalis.wire.command.ServerEvent.ContactListed;
import im.chrysalis.wire.command.ServerEvent.ContactRemoved;
import im.chrysalis.wire.command.ServerEvent.Renamed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Keeps the lists as the server tells them. Written on the messenger's turn; the roster may be read
 * anywhere.
 */
final class Book {
  /** What numbered dialects call the place of those who are in no group. */
  private static final String NO_GROUP = "0";

  private final Delivery delivery;
  private final TreeMap<EmailAddress, Contact> people = new TreeMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private PrivacyDefault privacy = PrivacyDefault.ALLOW;
  private AddNotice addNotice = AddNotice.ASK;
  private volatile Roster roster = Roster.EMPTY;

  Book(Delivery delivery) {
    this.delivery = delivery;
  }

  Roster roster() {
    return roster;
  }

  /** The lists come anew; until they are all there, the old ones are shown. */
  void beginAnew() {
    people.clear();
    groups.clear();
  }

  /** Shows what has been taken down. */
  void publish() {
    roster = new Roster(people, List.copyOf(groups.values()), privacy, addNotice);
  }

  void listed(ContactListed it) {
    put(contact(it.who()).on(it.list()).named(it.name().text()).in(real(it.groups())));
  }

  void groupListed(String id, String name) {
    if (!id.equals(NO_GROUP)) {
      groups.put(id, new Group(id, name));
    }
  }

  void privacy(PrivacyDefault now) {
    privacy = now;
  }

  void addNotice(AddNotice now) {
    addNotice = now;
  }

  /** Somebody came onto a list; unasked, when they did it themselves. */
  void added(ContactAdded it, boolean unasked) {
    Contact before = contact(it.who());
    String name = it.name().text();
    // an echo carries the name that was sent, which is no news of a contact who is known
    boolean tellsName = unasked || !before.isOnAnyList();
    Contact now = before.on(it.list()).named(tellsName ? name : before.name());
    if (it.list() == ContactList.FORWARD) {
      now = now.in(real(it.group().stream().toList()));
    }
    put(now);
    publish();
    if (unasked && it.list() == ContactList.REVERSE) {
      delivery.tell(new Event.AddedYou(now));
    } else {
      delivery.tell(new Event.ContactChanged(now));
    }
  }

  void removed(ContactRemoved it) {
    Optional<EmailAddress> who = EmailAddress.parse(it.who());
    if (who.isEmpty()) {
      return;
    }
    Contact before = contact(who.get());
    Contact now = it.group().isPresent() ? before.outOf(it.group().get()) : before.off(it.list());
    put(now);
    publish();
    if (it.list() == ContactList.REVERSE) {
      delivery.tell(new Event.RemovedYou(now));
    } else {
      delivery.tell(new Event.ContactChanged(now));
    }
  }

  void renamed(Renamed it) {
    if (people.containsKey(it.who())) {
      change(it.who(), contact -> contact.named(it.name().text()));
    }
  }

  void groupChanged(String id, String name) {
    groups.put(id, new Group(id, name));
    tellGroups();
  }

  void groupRemoved(String id) {
    groups.remove(id);
    people.replaceAll((_, contact) -> contact.outOf(id));
    tellGroups();
  }

  /** A friend is there in some way. Strangers are passed over: they were just removed. */
  void appeared(Appearance it) {
    Contact before = people.get(it.who());
    if (before != null && before.isFriend()) {
      Contact now = before.appearing(it.status()).named(it.name().text());
      put(now);
      publish();
      delivery.tell(new Event.PresenceChanged(now, before.status()));
    }
  }

  void wentOffline(EmailAddress who) {
    Contact before = people.get(who);
    if (before != null && before.isOnline()) {
      Contact now = before.appearing(Status.OFFLINE);
      put(now);
      publish();
      delivery.tell(new Event.PresenceChanged(now, before.status()));
    }
  }

  /** Nobody is known to be there while there is no connection. */
  void everybodyOffline() {
    people.replaceAll((_, contact) -> contact.appearing(Status.OFFLINE));
    publish();
  }

  private void change(EmailAddress who, UnaryOperator<Contact> change) {
    Contact now = change.apply(contact(who));
    put(now);
    publish();
    delivery.tell(new Event.ContactChanged(now));
  }

  private void tellGroups() {
    publish();
    delivery.tell(new Event.GroupsChanged(roster.groups()));
  }

  private static List<String> real(List<String> groups) {
    return groups.stream().filter(group -> !group.equals(NO_GROUP)).toList();
  }

  private Contact contact(EmailAddress who) {
    Contact known = people.get(who);
    return known == null ? Contact.stranger(who) : known;
  }

  private void put(Contact contact) {
    if (contact.isOnAnyList()) {
      people.put(contact.address(), contact);
    } else {
      people.remove(contact.address());
    }
  }
}
