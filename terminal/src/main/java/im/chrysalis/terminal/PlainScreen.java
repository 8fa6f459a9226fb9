package im.chrysalis.terminal;

import im.chrysalis.values.EmailAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.jline.utils.AttributedString;

/**
 * The messenger line by line: what happens is printed below what was printed, and whole lines are
 * read. For terminals that can do no more, for pipes, and for those who have the screen read aloud.
 */
final class PlainScreen implements Face {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final PrintStream out;
  private final Look look;
  private final TalkPane talk = new TalkPane(ZoneId.systemDefault());
  private Window shown;

  PlainScreen(Window start, PrintStream out) {
    this.shown = start;
    this.out = out;
    this.look = Look.plain(out.charset());
  }

  /** Puts each line of the input into the inbox. */
  static void read(BufferedReader input, Inbox inbox) {
    Thread.ofPlatform()
        .daemon()
        .name("lines")
        .start(() -> {
          try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
              inbox.put(new Inbox.Typed(line));
            }
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          } finally {
            inbox.put(new Inbox.InputEnded());
          }
        });
  }

  @Override
  public Duration patience() {
    return LONG;
  }

  @Override
  public boolean mayComeForward() {
    return true;
  }

  @Override
  public boolean pressed(Key key, Chat chat) {
    return true; // lines come, not keys
  }

  @Override
  public boolean endsWhenSignedOut() {
    return true;
  }

  @Override
  public void show(Window window, Instant now) {
    for (Tab tab : window.tabs()) {
      long before = shown.tab(tab.id()).map(Tab::written).orElse(0L);
      tab.since(before).stream()
          .filter(entry -> isNew(entry, tab))
          .forEach(entry -> print(entry, tab, window));
    }
    Set<EmailAddress> typists = new HashSet<>(window.typists().keySet());
    typists.removeAll(shown.typists().keySet());
    typists.forEach(who -> print(window.nameOf(who) + " is typing…"));
    if (window.frontTab().id() != shown.frontTab().id()) {
      print(
          window.frontTab().isNews()
              ? "┄┄ no conversation ┄┄"
              : "┄┄ with " + window.title(window.frontTab()) + " ┄┄");
    }
    shown = window;
  }

  /** What the person typed stands there already, and so does what was told among the news. */
  private static boolean isNew(Entry entry, Tab tab) {
    return !(entry instanceof Entry.Said) && (tab.isNews() || !isPresence(entry));
  }

  private static boolean isPresence(Entry entry) {
    return entry instanceof Entry.Note(_, _, boolean alsoNews) && alsoNews;
  }

  private void print(Entry entry, Tab tab, Window window) {
    boolean elsewhere = !tab.isNews() && tab.id() != window.frontTab().id();
    String where = elsewhere ? "[" + window.title(tab) + "] " : "";
    for (String line : TalkPane.text(window, entry).toString().split("\n", -1)) {
      print(talk.time(entry.at()) + " " + where + line);
    }
  }

  private void print(String line) {
    out.println(look.of(new AttributedString(line)));
    out.flush();
  }

  @Override
  public void close() {}
}
