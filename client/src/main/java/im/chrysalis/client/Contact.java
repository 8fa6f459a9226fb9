package im.chrysalis.client;

import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Somebody on a list of the account, at one moment. Made by the library only.
 *
 * @param address who it is
 * @param name what they call themselves, as far as known; else their address
 * @param lists the lists that they are on, at least one
 * @param groups the ids of the groups they are in; empty when in none, and up to MSNP6
 * @param status how they appear; {@link Status#OFFLINE} for those who are not friends
 */
public record Contact(
    EmailAddress address, String name, Set<ContactList> lists, Set<String> groups, Status status) {

  public Contact {
    lists = Set.copyOf(lists);
    groups = Set.copyOf(groups);
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
    return lists.contains(ContactList.REVERSE);
  }

  /** Whether they are there. */
  public boolean isOnline() {
    return status.isSeen();
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
    return new Contact(address, name, more, groups, status);
  }

  /** Off one list; who is no friend any more is in no group and not seen. */
  Contact off(ContactList list) {
    Set<ContactList> fewer = EnumSet.noneOf(ContactList.class);
    fewer.addAll(lists);
    fewer.remove(list);
    return list == ContactList.FORWARD
        ? new Contact(address, name, fewer, Set.of(), Status.OFFLINE)
        : new Contact(address, name, fewer, groups, status);
  }

  Contact named(String other) {
    return new Contact(address, other, lists, groups, status);
  }

  Contact in(Collection<String> more) {
    Set<String> all = new HashSet<>(groups);
    all.addAll(more);
    return new Contact(address, name, lists, all, status);
  }

  Contact outOf(String group) {
    Set<String> fewer = new HashSet<>(groups);
    fewer.remove(group);
    return new Contact(address, name, lists, fewer, status);
  }

  Contact appearing(Status other) {
    return new Contact(address, name, lists, groups, other);
  }
}
