package im.chrysalis.testkit;

import im.chrysalis.values.ContactList;
import im.chrysalis.values.PrivacyDefault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who has whom on which list, so that the player knows what presence to wait for. */
final class Acquaintances {
  private record Entry(String owner, ContactList list, String other) {}

  private final Set<Entry> entries = new HashSet<>();
  private final Set<String> allowOnlyListed = new HashSet<>();
  private final Map<String, String> statuses = new HashMap<>();

  void add(String owner, ContactList list, String other) {
    switch (list) {
      case ALLOW -> entries.remove(new Entry(owner, ContactList.BLOCK, other));
      case BLOCK -> entries.remove(new Entry(owner, ContactList.ALLOW, other));
      default -> {}
    }
    entries.add(new Entry(owner, list, other));
  }

  void allowsOnlyListed(String owner) {
    allowOnlyListed.add(owner);
  }

  /** Who may see the owner when no list says, as clients say it. */
  String privacyOf(String owner) {
    return (allowOnlyListed.contains(owner) ? PrivacyDefault.BLOCK : PrivacyDefault.ALLOW).code();
  }

  /** The owner's lists as a client since MSNP13 says them when it has read the address book. */
  String listsOf(String owner) {
    Map<String, Integer> sums = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.owner().equals(owner)) {
        sums.merge(entry.other(), entry.list().bit(), Integer::sum);
      }
    }
    if (sums.isEmpty()) {
      return "<ml l=\"1\"></ml>";
    }
    var xml = new StringBuilder("<ml l=\"1\"><d n=\"example.test\">");
    sums.forEach((name, sum) -> xml.append("<c n=\"%s\" l=\"%d\" t=\"1\"/>".formatted(name, sum)));
    return xml.append("</d></ml>").toString();
  }

  void hasStatus(String person, String status) {
    statuses.put(person, status);
  }

  /** Whether the watcher, once online, is told of the other's status. */
  boolean sees(String watcher, String other) {
    String status = statuses.getOrDefault(other, "HDN");
    return statuses.containsKey(watcher)
        && !status.equals("HDN")
        && has(watcher, ContactList.FORWARD, other)
        && !has(other, ContactList.BLOCK, watcher)
        && (has(other, ContactList.ALLOW, watcher) || !allowOnlyListed.contains(other));
  }

  private boolean has(String owner, ContactList list, String other) {
    return entries.contains(new Entry(owner, list, other));
  }
}
