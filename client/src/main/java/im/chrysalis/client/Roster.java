package im.chrysalis.client;

import im.chrysalis.values.AddNotice;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All lists of an account at one moment. Never changes; ask {@link Contacts#roster} for a newer
 * one.
 *
 * @param people everybody on any list, by address
 * @param groups in the server's order; empty up to MSNP6
 * @param privacy what holds for people on neither the allow nor the block list
 * @param addNotice whether the owner wants to be asked when somebody adds them
 */
public record Roster(
    SortedMap<EmailAddress, Contact> people,
    List<Group> groups,
    PrivacyDefault privacy,
    AddNotice addNotice) {

  /** Nobody and nothing. */
  public static final Roster EMPTY =
      new Roster(new TreeMap<>(), List.of(), PrivacyDefault.ALLOW, AddNotice.ASK);

  public Roster {
    people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
    groups = List.copyOf(groups);
  }

  /** Those whom the account watches. */
  public List<Contact> friends() {
    return people.values().stream().filter(Contact::isFriend).toList();
  }

  /** Those who watch the account, while it has neither allowed nor blocked them. */
  public List<Contact> pending() {
    return people.values().stream().filter(Contact::isPending).toList();
  }

  /** The contact of an address. */
  public Optional<Contact> find(EmailAddress who) {
    return Optional.ofNullable(((Map<EmailAddress, Contact>) people).get(who));
  }

  /** The group of a name, in either case. */
  public Optional<Group> groupNamed(String name) {
    return groups.stream().filter(group -> group.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Friends in no group. */
  public List<Contact> inNoGroup() {
    return friends().stream().filter(friend -> friend.groups().isEmpty()).toList();
  }

  /** Friends in a group. */
  public List<Contact> in(Group group) {
    return friends().stream().filter(friend -> friend.groups().contains(group.id())).toList();
  }
}
