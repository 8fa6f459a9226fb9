package im.chrysalis.client;

import im.chrysalis.values.Ability;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.payload.MsnObject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody on a list of the account, at one moment. Made by the library only.
 *
 * @param address who it is
 * @param name what they call themselves, as far as known; until they appear, what the account calls
 *     them; else their address
 * @param lists the lists that they are on, at least one
 * @param groups the ids of the groups they are in; empty when in none, and up to MSNP6
 * @param id what the server calls a friend; since MSNP10
 * @param look how they appear
 */
public record Contact(
    EmailAddress address,
    String name,
    Set<ContactList> lists,
    Set<String> groups,
    Optional<String> id,
    Look look) {

  public Contact {
    lists = Set.copyOf(lists);
    groups = Set.copyOf(groups);
  }

  /** Somebody of whom no more is known than dialects up to MSNP7 tell. */
  public Contact(
      EmailAddress address,
      String name,
      Set<ContactList> lists,
      Set<String> groups,
      Status status) {
    this(address, name, lists, groups, Optional.empty(), Look.of(status));
  }

  /** How they appear; {@link Status#OFFLINE} for those who are not friends. */
  public Status status() {
    return look.status();
  }

  /** What they tell besides their status. Since MSNP11. */
  public PersonalMessage personalMessage() {
    return look.message();
  }

  /** What their client says it can do. Since MSNP8. */
  public Set<Ability> abilities() {
    return look.abilities();
  }

  /** Their display picture, described. Since MSNP9. */
  public Optional<MsnObject> picture() {
    return look.picture();
  }

  /** Whether the account watches them. */
  public boolean isFriend() {
    return lists.contains(ContactList.FORWARD);
  }

  /** Whether they may see the account and talk to it, whatever its privacy default. */
  public boolean isAllowed() {
    return lists.contains(ContactList.ALLOW);
  }

  /** Whether they may not. */
  public boolean isBlocked() {
    return lists.contains(ContactList.BLOCK);
  }

  /** Whether they watch the account. */
  public boolean watchesMe() {
    return lists.contains(ContactList.REVERSE) || lists.contains(ContactList.PENDING);
  }

  /** Whether they watch the account, and it has neither allowed nor blocked them. */
  public boolean isPending() {
    return watchesMe() && !isAllowed() && !isBlocked();
  }

  /** Whether they are there. */
  public boolean isOnline() {
    return status().isSeen();
  }

  static Contact stranger(EmailAddress address) {
    return new Contact(address, address.text(), Set.of(), Set.of(), Status.OFFLINE);
  }

  boolean isOnAnyList() {
    return !lists.isEmpty();
  }

  Contact on(ContactList list) {
    Set<ContactList> more = EnumSet.of(list);
    more.addAll(lists);
    return new Contact(address, name, more, groups, id, look);
  }

  /** Off one list; who is no friend any more is in no group and not seen. */
  Contact off(ContactList list) {
    Set<ContactList> fewer = EnumSet.noneOf(ContactList.class);
    fewer.addAll(lists);
    fewer.remove(list);
    return list == ContactList.FORWARD
        ? new Contact(address, name, fewer, Set.of(), Optional.empty(), Look.OFFLINE)
        : new Contact(address, name, fewer, groups, id, look);
  }

  Contact named(String other) {
    return new Contact(address, other, lists, groups, id, look);
  }

  Contact identified(Optional<String> other) {
    return new Contact(address, name, lists, groups, other.or(() -> id), look);
  }

  Contact in(Collection<String> more) {
    Set<String> all = new HashSet<>(groups);
    all.addAll(more);
    return new Contact(address, name, lists, all, id, look);
  }

  Contact outOf(String group) {
    Set<String> fewer = new HashSet<>(groups);
    fewer.remove(group);
    return new Contact(address, name, lists, fewer, id, look);
  }

  Contact appearing(Look other) {
    return new Contact(address, name, lists, groups, id, other);
  }
}
