package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The list of contacts: by groups, and in each first those who are there. When there is no room for
 * everybody, those who are not there become a number.
 */
final class ContactPane {
  private static final Comparator<Contact> WHO_IS_THERE_FIRST =
      Comparator.comparing(Contact::isOnline)
          .reversed()
          .thenComparing(Contact::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Contact::address);

  /** People under one heading. */
  record Section(String title, List<Contact> people) {
    Section {
      people = people.stream().sorted(WHO_IS_THERE_FIRST).toList();
    }

    long there() {
      return people.stream().filter(Contact::isOnline).count();
    }
  }

  private ContactPane() {}

  /** Everybody to be shown, in order; somebody in two groups is there twice. */
  static List<Section> sections(Window window) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "Added you",
            window.roster().people().values().stream()
                .filter(
                    it -> it.watchesMe() && !it.isFriend() && !it.isAllowed() && !it.isBlocked())
                .toList()));
    for (Group group : window.roster().groups()) {
      sections.add(new Section(group.name(), window.roster().in(group)));
    }
    sections.add(
        new Section(
            window.roster().groups().isEmpty() ? "Contacts" : "Others",
            window.roster().inNoGroup()));
    sections.removeIf(section -> section.people().isEmpty());
    return sections;
  }

  static List<AttributedString> paint(Window window, int width, int height) {
    List<Section> sections = sections(window);
    if (sections.isEmpty()) {
      return List.of(new AttributedString("No contacts yet: /add", Colours.QUIET));
    }
    List<AttributedString> rows = rows(window, sections, width, true);
    if (rows.size() > height) {
      rows = rows(window, sections, width, false);
    }
    if (rows.size() > height) {
      int left = rows.size() - height + 1;
      rows = new ArrayList<>(rows.subList(0, Math.max(0, height - 1)));
      rows.add(new AttributedString("… and " + left + " more", Colours.QUIET));
    }
    return rows;
  }

  private static List<AttributedString> rows(
      Window window, List<Section> sections, int width, boolean everybody) {
    List<AttributedString> rows = new ArrayList<>();
    for (Section section : sections) {
      rows.add(heading(section, width));
      section.people().stream()
          .filter(it -> everybody || it.isOnline())
          .map(it -> row(window, it, width))
          .forEach(rows::add);
      long gone = section.people().size() - section.there();
      if (!everybody && gone > 0) {
        rows.add(new AttributedString("○ " + gone + " offline", Colours.QUIET));
      }
    }
    return rows;
  }

  private static AttributedString heading(Section section, int width) {
    String count = " " + section.there() + "/" + section.people().size();
    return new AttributedStringBuilder()
        .styled(Colours.NAME, Wrapped.shortened(section.title(), width - count.length()))
        .styled(Colours.QUIET, count)
        .toAttributedString();
  }

  /**
   * One person: {@code ● Ben (2) busy}. What the words at the end say of somebody is decided by
   * {@link #words}: typing, a status, or what they tell.
   */
  static AttributedString row(Window window, Contact who, int width) {
    int unread = window.unreadOf(who.address());
    String count = unread > 0 ? " (" + unread + ")" : "";
    String words = words(window, who);
    String name =
        Wrapped.shortened(
            Harmless.line(window.nameOf(who.address())), Math.max(1, width - 2 - count.length()));
    int room = width - 2 - Wrapped.width(name) - count.length() - 1;
    String end = words.isEmpty() || room < 3 ? "" : Wrapped.shortened(words, room);
    AttributedStyle style = who.isOnline() ? AttributedStyle.DEFAULT : Colours.QUIET;
    return new AttributedStringBuilder()
        .styled(Colours.of(who.status()), who.isBlocked() ? "⊘ " : Look.sign(who.status()) + " ")
        .styled(unread > 0 ? Colours.UNREAD : style, name + count)
        .append(" ".repeat(Math.max(0, room + 1 - Wrapped.width(end))))
        .styled(Colours.of(who.status()).faintOff(), end)
        .toAttributedString();
  }

  private static String words(Window window, Contact who) {
    if (window.typists().containsKey(who.address())) {
      return "typing…";
    }
    return switch (who.status()) {
      case ONLINE, HIDDEN, OFFLINE ->
          who.isBlocked() ? "blocked" : Harmless.line(who.look().message().text());
      default -> Colours.words(who.status());
    };
  }
}
