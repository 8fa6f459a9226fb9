package im.chrysalis.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Paints the whole screen: lines of exactly the width asked for, as many as the height.
 *
 * <pre>
 *  1 News  2 Ben (2)                  the tabs
 * 12:03 Ben: hello    ┊ Friends 1/2   what was said, and who is there
 *                     ┊ ● Ben
 * Ben is typing…                      what passes
 *  ● Anna  online           12:03     oneself
 * > hi_                               what is being typed
 * </pre>
 */
final class Painter {
  private static final int NARROWEST_WITH_CONTACTS = 60;
  private static final int LOWEST_WITH_BARS = 6;
  private static final int WIDEST_TITLE = 20;

  private final Look look;
  private final TalkPane talk;

  /** The screen, and where in it the cursor stands. */
  record Picture(List<AttributedString> lines, int row, int column) {}

  Painter(Look look, ZoneId zone) {
    this.look = look;
    this.talk = new TalkPane(zone);
  }

  /**
   * @param hint what the keys have to say, or nothing
   * @param back how many lines further up than the end
   */
  Picture paint(
      Window window, InputLine input, String hint, int back, Instant now, int width, int height) {
    boolean bars = height >= LOWEST_WITH_BARS;
    List<AttributedString> rows = new ArrayList<>();
    if (bars) {
      rows.add(tabs(window, width));
    }
    rows.addAll(body(window, back, width, Math.max(0, height - (bars ? 4 : 1))));
    if (bars) {
      rows.add(passing(window, hint, back, now));
      rows.add(self(window, now, width));
    }
    String prompt = prompt(window, width);
    int room = Math.max(1, width - Wrapped.width(prompt) - 1);
    InputLine.Cut shown = input.cut(room);
    rows.add(
        new AttributedStringBuilder()
            .styled(Colours.NAME, prompt)
            .append(shown.text())
            .toAttributedString());
    List<AttributedString> lines =
        rows.stream()
            .map(row -> look.of(Wrapped.fit(look.of(row), width, lastStyle(row))))
            .toList();
    return new Picture(
        lines, lines.size() - 1, Math.min(width - 1, Wrapped.width(prompt) + shown.column()));
  }

  private static AttributedStyle lastStyle(AttributedString row) {
    boolean bar = row.length() > 0 && row.styleAt(row.length() - 1).equals(Colours.BAR);
    return bar ? Colours.BAR : AttributedStyle.DEFAULT;
  }

  private static AttributedString tabs(Window window, int width) {
    List<AttributedString> titles = new ArrayList<>();
    for (int i = 0; i < window.tabs().size(); i++) {
      titles.add(title(window, i, width));
    }
    // the one in front is always to be seen: what has no room is left out at the beginning
    int first = 0;
    while (first < window.front()
        && titles.subList(first, window.front() + 1).stream().mapToInt(Wrapped::width).sum()
            > width - 2) {
      first++;
    }
    AttributedStringBuilder bar = new AttributedStringBuilder();
    bar.styled(Colours.BAR, first > 0 ? "…" : "");
    titles.subList(first, titles.size()).forEach(bar::append);
    return bar.styled(Colours.BAR, " ").toAttributedString();
  }

  private static AttributedString title(Window window, int index, int width) {
    Tab tab = window.tabs().get(index);
    String name =
        Wrapped.shortened(
            Harmless.line(window.title(tab)), Math.min(WIDEST_TITLE, Math.max(1, width - 8)));
    String count = tab.unread() > 0 ? " (" + tab.unread() + ")" : "";
    AttributedStyle style =
        index == window.front()
            ? Colours.FRONT
            : tab.unread() > 0 ? Colours.BAR_UNREAD : Colours.BAR;
    return new AttributedString(" " + (index + 1) + " " + name + count + " ", style);
  }

  private List<AttributedString> body(Window window, int back, int width, int height) {
    boolean contacts = width >= NARROWEST_WITH_CONTACTS;
    int right = contacts ? Math.min(34, width / 3) : 0;
    int left = contacts ? width - right - 3 : width;
    List<AttributedString> said = talk.lines(window, window.frontTab(), left);
    int end = Math.max(Math.min(height, said.size()), said.size() - back);
    List<AttributedString> seen = said.subList(Math.max(0, end - height), end);
    List<AttributedString> people = contacts ? ContactPane.paint(window, right, height) : List.of();
    List<AttributedString> rows = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      AttributedStringBuilder row = new AttributedStringBuilder();
      AttributedString line = i < seen.size() ? seen.get(i) : AttributedString.EMPTY;
      row.append(Wrapped.fit(Harmless.line(line), left, AttributedStyle.DEFAULT));
      if (contacts) {
        row.styled(Colours.QUIET, " ┊ ");
        row.append(i < people.size() ? people.get(i) : AttributedString.EMPTY);
      }
      rows.add(row.toAttributedString());
    }
    return rows;
  }

  /** How far up one can go. */
  int furthestBack(Window window, int width, int height) {
    int left = width >= NARROWEST_WITH_CONTACTS ? width - Math.min(34, width / 3) - 3 : width;
    return Math.max(0, talk.lines(window, window.frontTab(), left).size() - bodyHeight(height));
  }

  static int bodyHeight(int height) {
    return Math.max(1, height - (height >= LOWEST_WITH_BARS ? 4 : 1));
  }

  /** What holds for a moment only; the most urgent wins. */
  private static AttributedString passing(Window window, String hint, int back, Instant now) {
    if (window.connected() instanceof Connected.Again(var why, var nextTry)) {
      long seconds = Math.max(0, Duration.between(now, nextTry).plusMillis(999).toSeconds());
      return new AttributedString(
          why.sentence() + (seconds > 0 ? "; next try in " + seconds + " s" : "; trying again…"),
          Colours.WRONG);
    }
    if (window.connected() instanceof Connected.NoMore(var why)) {
      String sentence = why.map(it -> it.sentence()).orElse("signed out");
      return new AttributedString(sentence + "; Ctrl-D leaves", Colours.WRONG);
    }
    if (!hint.isEmpty()) {
      return new AttributedString(hint, Colours.QUIET);
    }
    String typing =
        window.typingIn(window.frontTab()).stream()
            .map(window::nameOf)
            .collect(Collectors.joining(", "));
    if (!typing.isEmpty()) {
      return new AttributedString(
          typing + (typing.contains(", ") ? " are" : " is") + " typing…", Colours.QUIET);
    }
    return new AttributedString(back > 0 ? "… more below: Page Down" : "", Colours.QUIET);
  }

  private AttributedString self(Window window, Instant now, int width) {
    String dialect =
        window.connected() instanceof Connected.Now(var spoken) ? spoken : "not connected";
    String end = " " + dialect + "  " + talk.time(now) + " ";
    AttributedString me =
        new AttributedStringBuilder()
            .styled(Colours.BAR, " ")
            .styled(Colours.inBar(window.status()), Look.sign(window.status()) + " ")
            .styled(Colours.BAR.bold(), Harmless.line(window.nameOfMe()))
            .styled(Colours.BAR, "  " + Colours.words(window.status()) + "  " + window.account())
            .toAttributedString();
    int room = width - end.length();
    return room < 12
        ? Wrapped.fit(me, width, Colours.BAR)
        : new AttributedStringBuilder()
            .append(Wrapped.fit(me, room, Colours.BAR))
            .styled(Colours.BAR, end)
            .toAttributedString();
  }

  private static String prompt(Window window, int width) {
    Tab front = window.frontTab();
    String name =
        front.isNews()
            ? ""
            : Wrapped.shortened(Harmless.line(window.title(front)), Math.min(16, width / 4));
    return name + "> ";
  }
}
