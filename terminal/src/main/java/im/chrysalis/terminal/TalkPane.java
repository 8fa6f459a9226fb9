package im.chrysalis.terminal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What was written in a tab, each with its time. */
final class TalkPane {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

  /** Narrower than this, what follows on the next line is not set in. */
  private static final int ROOM_FOR_INDENT = 24;

  private final ZoneId zone;

  TalkPane(ZoneId zone) {
    this.zone = zone;
  }

  String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  /** All lines of a tab, the newest last. */
  List<AttributedString> lines(Window window, Tab tab, int width) {
    List<AttributedString> lines = new ArrayList<>();
    Optional<LocalDate> day = Optional.empty();
    for (Entry entry : tab.entries()) {
      LocalDate today = entry.at().atZone(zone).toLocalDate();
      if (day.isPresent() && !day.get().equals(today)) {
        lines.add(new AttributedString("┄┄ " + DAY.format(today) + " ┄┄", Colours.QUIET));
      }
      day = Optional.of(today);
      lines.addAll(lines(window, entry, width));
    }
    return lines;
  }

  private List<AttributedString> lines(Window window, Entry entry, int width) {
    String time = time(entry.at()) + " ";
    int indent = width >= ROOM_FOR_INDENT ? time.length() : 0;
    List<AttributedString> lines = new ArrayList<>();
    for (AttributedString line :
        Wrapped.lines(Harmless.text(text(window, entry)), Math.max(2, width - indent))) {
      lines.add(
          new AttributedStringBuilder()
              .styled(Colours.QUIET, indent == 0 ? "" : lines.isEmpty() ? time : " ".repeat(indent))
              .append(line)
              .toAttributedString());
    }
    return lines;
  }

  /** What an entry says, without its time. */
  static AttributedString text(Window window, Entry entry) {
    AttributedStringBuilder text = new AttributedStringBuilder();
    return switch (entry) {
      case Entry.Heard it ->
          text.styled(Colours.THEIR_NAME, Harmless.line(it.name()) + ": ")
              .append(it.text())
              .toAttributedString();
      case Entry.Said it ->
          text.styled(Colours.MY_NAME, Harmless.line(window.nameOfMe()) + ": ")
              .styled(style(it.fate()), it.text() + mark(it.fate()))
              .toAttributedString();
      case Entry.Note it -> text.styled(Colours.QUIET, it.text()).toAttributedString();
      case Entry.Problem it -> text.styled(Colours.WRONG, it.text()).toAttributedString();
    };
  }

  private static AttributedStyle style(Entry.Fate fate) {
    return switch (fate) {
      case UNDER_WAY -> Colours.QUIET;
      case DELIVERED -> AttributedStyle.DEFAULT;
      case LOST -> Colours.WRONG;
    };
  }

  private static String mark(Entry.Fate fate) {
    return switch (fate) {
      case UNDER_WAY -> " …";
      case DELIVERED -> "";
      case LOST -> " ✗";
    };
  }
}
