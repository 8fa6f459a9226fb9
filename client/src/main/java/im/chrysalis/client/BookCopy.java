package im.chrysalis.client;

import im.chrysalis.client.web.BookPage;
import im.chrysalis.client.web.MemberPage;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the two pages of the address book say, as the library has it. */
final class BookCopy {
  private BookCopy() {}

  /**
   * Everybody on any list.
   *
   * @param before what was known of them, of which stays how they appear
   */
  static Map<EmailAddress, Contact> people(MemberPage members, BookPage page, Roster before) {
    Map<EmailAddress, Contact> people = new TreeMap<>();
    page.cards().forEach(card -> people.put(card.who(), contact(card)));
    for (MemberPage.Member member : members.members()) {
      Contact known = people.getOrDefault(member.who(), stranger(member)).on(member.list());
      people.put(member.who(), known);
    }
    people.replaceAll((who, now) -> before.find(who).map(it -> looking(now, it)).orElse(now));
    return people;
  }

  private static Contact contact(BookPage.Card card) {
    return Contact.stranger(card.who())
        .on(ContactList.FORWARD)
        .named(card.label().or(card::name).orElse(card.who().text()))
        .identified(Optional.of(card.id()))
        .in(card.groups());
  }

  private static Contact stranger(MemberPage.Member member) {
    Contact stranger = Contact.stranger(member.who());
    return member.name().map(stranger::named).orElse(stranger);
  }

  private static Contact looking(Contact now, Contact before) {
    return now.isFriend() && before.isOnline()
        ? now.named(before.name()).appearing(before.look())
        : now;
  }

  static Optional<PrivacyDefault> privacy(BookPage page) {
    return choice(page, BookPage.PRIVACY, PrivacyDefault.ALLOW, PrivacyDefault.BLOCK);
  }

  static Optional<AddNotice> addNotice(BookPage page) {
    return choice(page, BookPage.ADD_NOTICE, AddNotice.ASK, AddNotice.SILENT);
  }

  private static <T> Optional<T> choice(BookPage page, String setting, T first, T second) {
    return switch (page.settings().getOrDefault(setting, "")) {
      case "1" -> Optional.of(first);
      case "2" -> Optional.of(second);
      default -> Optional.empty();
    };
  }

  /** What is different now. */
  static List<Event> news(Roster before, Roster now) {
    List<Event> news = new ArrayList<>();
    if (!before.groups().equals(now.groups())) {
      news.add(new Event.GroupsChanged(now.groups()));
    }
    Set<EmailAddress> all = new TreeSet<>(before.people().keySet());
    all.addAll(now.people().keySet());
    for (EmailAddress who : all) {
      Contact stranger = Contact.stranger(who);
      news(before.find(who).orElse(stranger), now.find(who).orElse(stranger)).ifPresent(news::add);
    }
    return news;
  }

  private static Optional<Event> news(Contact before, Contact now) {
    if (now.equals(before)) {
      return Optional.empty();
    }
    return Optional.of(
        now.watchesMe() == before.watchesMe()
            ? new Event.ContactChanged(now)
            : now.watchesMe() ? new Event.AddedYou(now) : new Event.RemovedYou(now));
  }
}
