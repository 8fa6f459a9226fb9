package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Roster;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Everything that the messenger shows, at one moment. Knows no terminal and no server: what happens
 * makes the next window of it.
 *
 * @param name what the account calls itself
 * @param tabs the news first, then the conversations in the order in which they came
 * @param front which of the tabs is looked at, from 0
 * @param typists who is typing just now
 */
record Window(
    EmailAddress account,
    String name,
    Status status,
    Connected connected,
    Roster roster,
    List<Tab> tabs,
    int front,
    Map<EmailAddress, Typist> typists) {
  /** How long somebody who was seen typing is taken to be typing. */
  static final Duration TYPING = Duration.ofSeconds(6);

  /** Who types where, and until when that is believed. */
  record Typist(int tab, Instant until) {}

  Window {
    tabs = List.copyOf(tabs);
    typists = Map.copyOf(typists);
  }

  static Window of(EmailAddress account, String name, Status status, String dialect) {
    return new Window(
        account,
        name,
        status,
        new Connected.Now(dialect),
        Roster.EMPTY,
        List.of(Tab.with(Tab.NEWS, List.of())),
        0,
        Map.of());
  }

  // me

  Window self(String newName, Status newStatus) {
    return new Window(account, newName, newStatus, connected, roster, tabs, front, typists);
  }

  Window connected(Connected now) {
    return new Window(account, name, status, now, roster, tabs, front, typists);
  }

  String nameOfMe() {
    return name.isBlank() || name.equals(account.text()) ? account.localPart() : name;
  }

  // people

  Window roster(Roster now) {
    return new Window(account, name, status, connected, now, tabs, front, typists);
  }

  /** What somebody is called, as short as it goes. */
  String nameOf(EmailAddress who) {
    return roster
        .find(who)
        .map(Contact::name)
        .filter(known -> !known.equals(who.text()) && !known.isBlank())
        .orElse(who.localPart());
  }

  /** The same with the address, which nobody can choose as they like. */
  String fullNameOf(EmailAddress who) {
    return roster
        .find(who)
        .map(Contact::name)
        .filter(known -> !known.equals(who.text()) && !known.isBlank())
        .map(known -> known + " (" + who + ")")
        .orElse(who.text());
  }

  Window typing(EmailAddress who, int tab, Instant now) {
    Map<EmailAddress, Typist> more = new HashMap<>(typists);
    more.put(who, new Typist(tab, now.plus(TYPING)));
    return typists(more);
  }

  Window stoppedTyping(EmailAddress who) {
    Map<EmailAddress, Typist> fewer = new HashMap<>(typists);
    fewer.remove(who);
    return typists(fewer);
  }

  /** Those who were not seen typing for long enough are not. */
  Window at(Instant now) {
    Map<EmailAddress, Typist> left = new HashMap<>(typists);
    left.values().removeIf(typist -> !typist.until().isAfter(now));
    return left.size() == typists.size() ? this : typists(left);
  }

  private Window typists(Map<EmailAddress, Typist> now) {
    return new Window(account, name, status, connected, roster, tabs, front, now);
  }

  /** Who types in a tab. */
  List<EmailAddress> typingIn(Tab tab) {
    return typists.entrySet().stream()
        .filter(it -> it.getValue().tab() == tab.id())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** How many messages of somebody alone wait to be read. */
  int unreadOf(EmailAddress who) {
    return tabs.stream()
        .filter(tab -> tab.people().equals(List.of(who)))
        .mapToInt(Tab::unread)
        .sum();
  }

  // tabs

  Tab frontTab() {
    return tabs.get(front);
  }

  Optional<Tab> tab(int id) {
    return tabs.stream().filter(tab -> tab.id() == id).findFirst();
  }

  /** What a tab is called. */
  String title(Tab tab) {
    return tab.isNews()
        ? "News"
        : tab.people().stream().map(this::nameOf).collect(Collectors.joining(", "));
  }

  /** One more tab, at the end; the one in front stays there. */
  Window open(int id, Collection<EmailAddress> people) {
    List<Tab> more = new ArrayList<>(tabs);
    more.add(Tab.with(id, people));
    return tabs(more, front);
  }

  /** Without a tab; the one before it comes to the front when it was there. The news stay. */
  Window close(int id) {
    int index = indexOf(id);
    if (index < 0 || id == Tab.NEWS) {
      return this;
    }
    List<Tab> fewer = new ArrayList<>(tabs);
    fewer.remove(index);
    return tabs(fewer, front).toFront(front >= index ? front - 1 : front);
  }

  /** Looks at a tab by its place, from 0; at none other when there is no such place. */
  Window toFront(int index) {
    if (index < 0 || index >= tabs.size()) {
      return this;
    }
    return tabs(tabs, index).change(tabs.get(index).id(), Tab::read);
  }

  Window toFrontById(int id) {
    return toFront(indexOf(id));
  }

  /** Looks at the next tab, or at the one before with -1, round and round. */
  Window turn(int step) {
    return toFront(Math.floorMod(front + step, tabs.size()));
  }

  Window people(int id, Collection<EmailAddress> people) {
    return change(id, tab -> tab.people(people));
  }

  Window write(int id, Entry entry) {
    return change(id, tab -> tab.write(entry, frontTab().id() == id));
  }

  Window fate(int id, long number, Entry.Fate fate) {
    return change(id, tab -> tab.fate(number, fate));
  }

  private Window change(int id, UnaryOperator<Tab> change) {
    return tabs(tabs.stream().map(tab -> tab.id() == id ? change.apply(tab) : tab).toList(), front);
  }

  private Window tabs(List<Tab> now, int nowFront) {
    return new Window(account, name, status, connected, roster, now, nowFront, typists);
  }

  private int indexOf(int id) {
    for (int i = 0; i < tabs.size(); i++) {
      if (tabs.get(i).id() == id) {
        return i;
      }
    }
    return -1;
  }
}
