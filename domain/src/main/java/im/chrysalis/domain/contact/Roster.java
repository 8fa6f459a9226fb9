package im.chrysalis.domain.contact;

import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.PENDING;
import static im.chrysalis.values.ContactList.REVERSE;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.offline.Letterbox;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One account's settings, lists, groups and letterbox: who may see and talk to whom. Decides about
 * commands without doing anything, and applies the changes that were decided and stored. Belongs to
 * one thread at a time.
 */
public final class Roster {
  /** How many people a forward list may hold. */
  public static final int MAX_FORWARD = 1000;

  /** How many people an allow or a block list may hold. */
  public static final int MAX_OTHERS = 1500;

  /** How many groups there may be, the one of those in no other not counted. */
  public static final int MAX_GROUPS = 29;

  private static final String YES = "Y";

  private Account account;
  private List<Group> groups;
  private final Contacts contacts;
  private final Letterbox letterbox;

  /** A roster as it was kept. */
  public Roster(
      Account account, Collection<Group> groups, Collection<Contact> kept, Letterbox letterbox) {
    this.account = account;
    this.groups = List.copyOf(groups);
    this.contacts = new Contacts(kept.size());
    this.letterbox = letterbox;
    kept.forEach(contacts::add);
  }

  public Account account() {
    return account;
  }

  /** In the order of their numbers. */
  public List<Group> groups() {
    return groups;
  }

  /** Whether messages wait in the letterbox. */
  public boolean hasMessages() {
    return letterbox.size() > 0;
  }

  /** Everybody on any list, in no order. */
  public Iterable<Contact> contacts() {
    return contacts;
  }

  public int size() {
    return contacts.size();
  }

  public @Nullable Contact contact(AccountId id) {
    return contacts.get(id);
  }

  /** Whether the person may see the owner and talk to them. */
  public boolean allows(@Nullable Contact person) {
    if (person == null) {
      return account.privacy() == PrivacyDefault.ALLOW;
    }
    return !person.isOn(BLOCK) && (person.isOn(ALLOW) || account.privacy() == PrivacyDefault.ALLOW);
  }

  // what commands would change

  /**
   * Puts somebody on a list; on the forward list with a group, also into the group.
   *
   * @param list never the reverse list
   */
  public Decision add(Card who, ContactList list, Optional<UUID> group) {
    Contact known = contacts.get(who.id());
    int before = known == null ? 0 : known.lists();
    Set<UUID> inGroups = known == null ? Set.of() : known.groups();
    boolean alreadyOn = (before & list.bit()) != 0;
    if (group.isPresent() && group(group.get()).isEmpty()) {
      return Decision.not(Refusal.NO_SUCH_GROUP);
    }
    if (alreadyOn && (group.isEmpty() || inGroups.contains(group.get()))) {
      return Decision.not(Refusal.ALREADY_ON_LIST);
    }
    if ((list == ALLOW && (before & BLOCK.bit()) != 0)
        || (list == BLOCK && (before & ALLOW.bit()) != 0)) {
      return Decision.not(Refusal.ON_OPPOSITE_LIST);
    }
    if (!alreadyOn && count(list) >= (list == FORWARD ? MAX_FORWARD : MAX_OTHERS)) {
      return Decision.not(Refusal.LIST_FULL);
    }
    int after = before | list.bit();
    if (list == ALLOW || list == BLOCK) {
      after &= ~PENDING.bit();
    }
    Set<UUID> groupsAfter = group.map(g -> plus(inGroups, g)).orElse(inGroups);
    return becomes(who, before, after, label(known), groupsAfter);
  }

  /** Takes somebody off a list, and off the forward list out of all groups too. */
  public Decision remove(AccountId who, ContactList list) {
    Contact known = contacts.get(who);
    if (known == null || !known.isOn(list)) {
      return Decision.not(Refusal.NOT_ON_LIST);
    }
    boolean leaves = list == FORWARD;
    return becomes(
        known.view().card(),
        known.lists(),
        known.lists() & ~list.bit(),
        leaves ? Optional.empty() : known.label(),
        leaves ? Set.of() : known.groups());
  }

  /** Ends the waiting of somebody about whom the owner has decided. */
  public Decision settle(AccountId who) {
    Contact known = contacts.get(who);
    if (known == null || !known.isOn(REVERSE)) {
      return Decision.not(Refusal.NOT_ON_LIST);
    }
    return known.isOn(PENDING)
        ? becomes(
            known.view().card(),
            known.lists(),
            known.lists() & ~PENDING.bit(),
            known.label(),
            known.groups())
        : Decision.not(Refusal.UNCHANGED);
  }

  /** Takes a contact out of one group. */
  public Decision removeFromGroup(AccountId who, UUID group) {
    Contact known = contacts.get(who);
    if (known == null || !known.isOn(FORWARD)) {
      return Decision.not(Refusal.NOT_ON_LIST);
    }
    if (group(group).isEmpty()) {
      return Decision.not(Refusal.NO_SUCH_GROUP);
    }
    if (!known.groups().contains(group)) {
      return Decision.not(Refusal.NOT_IN_GROUP);
    }
    return becomes(
        known.view().card(),
        known.lists(),
        known.lists(),
        known.label(),
        minus(known.groups(), group));
  }

  /** The owner's own name for a contact; an empty one takes it back. */
  public Decision label(AccountId who, String label) {
    Contact known = contacts.get(who);
    if (known == null || !known.isOn(FORWARD)) {
      return Decision.not(Refusal.NOT_ON_LIST);
    }
    return becomes(
        known.view().card(),
        known.lists(),
        known.lists(),
        Optional.of(label).filter(name -> !name.isEmpty()),
        known.groups());
  }

  /** Somebody put the owner on their forward list. */
  public Decision addedBy(Card who) {
    Contact known = contacts.get(who.id());
    int before = known == null ? 0 : known.lists();
    boolean decided = (before & (ALLOW.bit() | BLOCK.bit())) != 0;
    int after = before | REVERSE.bit() | (decided ? 0 : PENDING.bit());
    return becomes(who, before, after, label(known), known == null ? Set.of() : known.groups());
  }

  /** Somebody took the owner off their forward list. */
  public Decision removedBy(Card who) {
    Contact known = contacts.get(who.id());
    if (known == null || !(known.isOn(REVERSE) || known.isOn(PENDING))) {
      return Decision.not(Refusal.NOT_ON_LIST);
    }
    int after = known.lists() & ~(REVERSE.bit() | PENDING.bit());
    return becomes(who, known.lists(), after, known.label(), known.groups());
  }

  /** Somebody's account is gone. */
  public Decision goneIs(Card who) {
    Contact known = contacts.get(who.id());
    return known == null
        ? Decision.not(Refusal.NOT_ON_LIST)
        : becomes(who, known.lists(), 0, Optional.empty(), Set.of());
  }

  /** Removes the account itself. */
  public Decision deleteAccount() {
    return Decision.to(new Change.AccountDeleted(nextVersion()));
  }

  public Decision addGroup(UUID id, String name) {
    if (groups.size() >= MAX_GROUPS) {
      return Decision.not(Refusal.TOO_MANY_GROUPS);
    }
    if (isTaken(name)) {
      return Decision.not(Refusal.GROUP_NAME_TAKEN);
    }
    int number = 1;
    while (group(number).isPresent()) {
      number++;
    }
    return Decision.to(new Change.GroupBecomes(new Group(id, number, name), nextVersion()));
  }

  public Decision renameGroup(UUID id, String name) {
    Optional<Group> group = group(id);
    if (group.isEmpty()) {
      return Decision.not(Refusal.NO_SUCH_GROUP);
    }
    if (isTaken(name) && !group.get().name().equalsIgnoreCase(name)) {
      return Decision.not(Refusal.GROUP_NAME_TAKEN);
    }
    Group renamed = new Group(id, group.get().number(), name);
    return Decision.to(new Change.GroupBecomes(renamed, nextVersion()));
  }

  /** Removes a group; its members stay contacts. */
  public Decision removeGroup(UUID id) {
    return group(id)
        .map(group -> Decision.to(new Change.GroupRemoved(group, nextVersion())))
        .orElseGet(() -> Decision.not(Refusal.NO_SUCH_GROUP));
  }

  /** Writes down something about a contact, a pending person, a group or the owner. */
  public Decision write(UUID about, Map<String, String> notes) {
    if (group(about).isEmpty() && !mayBeWrittenAbout(about)) {
      return Decision.not(Refusal.NOT_ON_LIST);
    }
    return Decision.to(new Change.NotesBecome(about, notes, nextVersion()));
  }

  private boolean mayBeWrittenAbout(UUID about) {
    Optional<AccountId> who = ContactId.parse(about.toString()).map(ContactId::account);
    if (who.isEmpty()) {
      return false;
    }
    Contact known = contacts.get(who.get());
    return who.get().equals(account.card().id())
        || (known != null && (known.isOn(FORWARD) || known.isOn(PENDING)));
  }

  public Decision rename(String name) {
    return becomes(account.named(name));
  }

  public Decision set(PrivacyDefault privacy) {
    return privacy == account.privacy()
        ? Decision.not(Refusal.UNCHANGED)
        : becomes(account.with(privacy));
  }

  public Decision set(AddNotice notice) {
    return notice == account.notice()
        ? Decision.not(Refusal.UNCHANGED)
        : becomes(account.with(notice));
  }

  /** Sets a property, or clears it when there is no value. */
  public Decision set(Property property, Optional<String> value) {
    Map<Property, String> properties = new TreeMap<>(account.properties());
    value.ifPresentOrElse(v -> properties.put(property, v), () -> properties.remove(property));
    if (!YES.equals(properties.get(Property.MOBILE_ENABLED))) {
      properties.remove(Property.MOBILE_PAGES); // no pages without a mobile
    }
    return becomes(account.with(properties));
  }

  /** Leaves a message for the owner, if its sender may talk to them. */
  public Decision leave(OfflineMessage message) {
    if (!allows(contacts.get(message.from().id()))) {
      return Decision.not(Refusal.NOT_ALLOWED);
    }
    return switch (letterbox.roomFor(message)) {
      case FREE -> Decision.to(new Change.MessageKept(message, account.listVersion()));
      case THERE_ALREADY -> Decision.not(Refusal.UNCHANGED);
      case NONE -> Decision.not(Refusal.LETTERBOX_FULL);
    };
  }

  /** Takes messages away, those that are there. */
  public Decision take(Collection<UUID> ids) {
    Set<UUID> there = letterbox.among(ids);
    return there.isEmpty()
        ? Decision.not(Refusal.UNCHANGED)
        : Decision.to(new Change.MessagesRemoved(there, account.listVersion()));
  }

  // what was decided and stored

  /** Does a change that the store has taken. */
  public void apply(Change change) {
    switch (change) {
      case Change.ContactBecomes it -> apply(it);
      case Change.GroupBecomes it -> {
        List<Group> next = new ArrayList<>(groups);
        next.removeIf(group -> group.id().equals(it.group().id()));
        next.add(it.group());
        next.sort(Comparator.comparingInt(Group::number));
        groups = List.copyOf(next);
      }
      case Change.GroupRemoved it -> {
        groups = groups.stream().filter(g -> !g.id().equals(it.group().id())).toList();
        for (Contact contact : contacts) {
          if (contact.groups().contains(it.group().id())) {
            contact.become(
                contact.lists(),
                label(contact).orElse(null),
                minus(contact.groups(), it.group().id()));
          }
        }
      }
      case Change.AccountBecomes it -> account = it.account();
      case Change.MessageKept it -> letterbox.add(it.message());
      case Change.MessagesRemoved it -> letterbox.remove(it.ids());
      case Change.NotesBecome _, Change.AccountDeleted _ -> {}
    }
    account = account.atVersion(change.version());
  }

  private void apply(Change.ContactBecomes it) {
    Contact contact = contacts.get(it.who().id());
    String label = it.label().orElse(null);
    if (contact == null) {
      if (it.after() != 0) {
        contacts.add(new Contact(View.offline(it.who(), Map.of()), it.after(), label, it.groups()));
      }
    } else {
      contact.become(it.after(), label, it.groups());
      forgetIfStranger(contact);
    }
  }

  // who watches, and what they were told

  /** Marks somebody as signed in and watching the owner. */
  public Contact watchedBy(Card who) {
    Contact contact = contacts.get(who.id());
    if (contact == null) {
      contact = new Contact(View.offline(who, Map.of()), 0, null, Set.of()); // on no list yet
      contacts.add(contact);
    }
    contact.watching(true);
    return contact;
  }

  /** Marks somebody as no longer watching. */
  public void unwatchedBy(AccountId who) {
    Contact contact = contacts.get(who);
    if (contact != null) {
      contact.watching(false);
      forgetIfStranger(contact);
    }
  }

  public static boolean isWatching(Contact contact) {
    return contact.isWatching();
  }

  public static boolean isShown(Contact contact) {
    return contact.isShown();
  }

  public static void shown(Contact contact, boolean shown) {
    contact.shown(shown);
  }

  /** Keeps how a contact appears; the view until now. */
  public static View seen(Contact contact, View now) {
    View before = contact.view();
    contact.view(now);
    return before;
  }

  /** Drops somebody whose account is gone. */
  public void forget(AccountId who) {
    contacts.remove(who);
  }

  public Optional<Group> group(UUID id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  public Optional<Group> group(int number) {
    return groups.stream().filter(group -> group.number() == number).findFirst();
  }

  public Optional<Group> group(String name) {
    return groups.stream().filter(group -> group.name().equalsIgnoreCase(name)).findFirst();
  }

  private void forgetIfStranger(Contact contact) {
    if (contact.lists() == 0 && !contact.isWatching()) {
      contacts.remove(contact.id());
    }
  }

  private long nextVersion() {
    return account.listVersion() + 1;
  }

  private int count(ContactList list) {
    int count = 0;
    for (Contact contact : contacts) {
      if (contact.isOn(list)) {
        count++;
      }
    }
    return count;
  }

  private boolean isTaken(String name) {
    return group(name).isPresent();
  }

  private Decision becomes(
      Card who, int before, int after, Optional<String> label, Set<UUID> inGroups) {
    return Decision.to(
        new Change.ContactBecomes(who, before, after, label, inGroups, nextVersion()));
  }

  private Decision becomes(Account next) {
    return Decision.to(new Change.AccountBecomes(next.atVersion(nextVersion())));
  }

  private static Optional<String> label(@Nullable Contact contact) {
    return contact == null ? Optional.empty() : contact.label();
  }

  private static Set<UUID> plus(Set<UUID> groups, UUID group) {
    Set<UUID> all = new HashSet<>(groups);
    all.add(group);
    return Set.copyOf(all);
  }

  private static Set<UUID> minus(Set<UUID> groups, UUID group) {
    Set<UUID> rest = new HashSet<>(groups);
    rest.remove(group);
    return Set.copyOf(rest);
  }
}
