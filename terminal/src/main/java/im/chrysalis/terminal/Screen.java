package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import java.io.IOException;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * The messenger in a terminal: what happens is printed above the line that is being typed. Events
 * come on the library's thread, lines on the caller's.
 */
final class Screen implements AutoCloseable {
  private final Terminal terminal;
  private final Suggestions suggestions = new Suggestions();
  private final LineReader reader;

  private Screen(Terminal terminal) {
    this.terminal = terminal;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("chrysalis")
            .completer(suggestions)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
  }

  /** The terminal of this process; a plain one where there is none. */
  static Screen open() throws IOException {
    return new Screen(TerminalBuilder.builder().system(true).dumb(true).build());
  }

  /** Reads lines until the person leaves or the account is signed out. */
  void run(Messenger messenger) {
    suggestions.of(messenger);
    Talker talker = new Talker(messenger, this);
    talker.greet();
    boolean stays = true;
    while (stays) {
      try {
        stays = talker.line(reader.readLine(talker.prompt()));
      } catch (EndOfFileException | UserInterruptException leaves) {
        stays = false;
      }
    }
  }

  /** Shows what happened. */
  void show(Event event) {
    switch (event) {
      case Event.PresenceChanged it ->
          print(
              Colours.marked(
                  it.contact().status(),
                  name(it.contact()) + " is " + Colours.words(it.contact().status())));
      case Event.MessageReceived it ->
          print(
              new AttributedStringBuilder()
                  .styled(Colours.NAME, it.name() + ": ")
                  .append(it.text())
                  .toAttributedString());
      case Event.Typing it -> say(Colours.QUIET, it.name() + " is typing…");
      case Event.AddedYou it ->
          say(
              Colours.QUIET,
              name(it.contact()) + " added you (/add " + it.contact().address() + ")");
      case Event.RemovedYou it -> say(Colours.QUIET, name(it.contact()) + " removed you");
      case Event.Joined it -> say(Colours.QUIET, it.name() + " came into the conversation");
      case Event.Left it -> say(Colours.QUIET, it.who() + " left the conversation");
      case Event.ShutdownAnnounced it ->
          say(Colours.WRONG, "the server shuts down in " + it.in().toMinutes() + " minutes");
      case Event.Disconnected it ->
          say(
              Colours.WRONG,
              it.why().sentence() + "; next try in " + it.nextTry().toSeconds() + " s");
      case Event.SignedIn it -> {
        if (it.again()) {
          say(Colours.QUIET, "signed in again");
        }
      }
      case Event.SignedOut(Optional<Failure> why) ->
          why.ifPresent(failure -> say(Colours.WRONG, failure.sentence() + " (Ctrl-D leaves)"));
      case Event.ContactChanged _,
          Event.GroupsChanged _,
          Event.PersonalMessageChanged _,
          Event.DataReceived _ -> {
        // shown by /contacts
      }
    }
  }

  /** Prints a line above the one that is being typed. */
  void print(AttributedString line) {
    reader.printAbove(harmless(line));
  }

  /** The same without what a terminal would obey: names and texts are other people's. */
  static AttributedString harmless(AttributedString line) {
    AttributedStringBuilder shown = new AttributedStringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean obeyed = Character.isISOControl(c) && c != '\n' && c != '\t';
      shown.style(line.styleAt(i)).append(obeyed ? '?' : c);
    }
    return shown.toAttributedString();
  }

  void say(AttributedStyle style, String text) {
    print(new AttributedString(text, style));
  }

  static String name(Contact contact) {
    return contact.name().equals(contact.address().text())
        ? contact.name()
        : contact.name() + " (" + contact.address() + ")";
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
