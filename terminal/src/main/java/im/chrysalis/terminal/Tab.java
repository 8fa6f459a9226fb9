package im.chrysalis.terminal;

import im.chrysalis.values.EmailAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One conversation on the screen, or the news.
 *
 * @param id tells it from other tabs, also from those that were closed
 * @param people whom the conversation is with; nobody: these are the news
 * @param entries the last that was written here
 * @param written how many entries there have been, with those that were forgotten
 * @param unread how many messages came while another tab was in front
 */
record Tab(int id, List<EmailAddress> people, List<Entry> entries, long written, int unread) {
  /** The tab that is always there. */
  static final int NEWS = 0;

  /** What is older is forgotten. */
  static final int MOST_ENTRIES = 1_000;

  Tab {
    people = List.copyOf(people);
    entries = List.copyOf(entries);
  }

  static Tab with(int id, Collection<EmailAddress> people) {
    return new Tab(id, people.stream().sorted().toList(), List.of(), 0, 0);
  }

  boolean isNews() {
    return id == NEWS;
  }

  Tab people(Collection<EmailAddress> others) {
    return new Tab(id, others.stream().sorted().toList(), entries, written, unread);
  }

  Tab write(Entry entry, boolean seen) {
    List<Entry> more =
        new ArrayList<>(
            entries.size() < MOST_ENTRIES ? entries : entries.subList(1, entries.size()));
    more.add(entry);
    boolean counts = !seen && entry instanceof Entry.Heard;
    return new Tab(id, people, more, written + 1, counts ? unread + 1 : unread);
  }

  Tab read() {
    return new Tab(id, people, entries, written, 0);
  }

  /** What became of what was said under a number. */
  Tab fate(long number, Entry.Fate fate) {
    List<Entry> changed =
        entries.stream()
            .map(entry ->
                entry instanceof Entry.Said(var at, long same, var text, _) && same == number
                    ? new Entry.Said(at, number, text, fate)
                    : entry)
            .toList();
    return new Tab(id, people, changed, written, unread);
  }

  /** What was written since there were so many entries, as far as it is not forgotten. */
  List<Entry> since(long before) {
    long news = Math.min(written - before, entries.size());
    return entries.subList(entries.size() - (int) news, entries.size());
  }
}
