package im.chrysalis.terminal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** The messenger on a whole terminal. Keys are read on a thread of their own. */
final class FullScreen implements Face {
  /** How long the clock, a countdown or a typing notice may be late. */
  private static final Duration BLINK = Duration.ofMillis(500);

  private final Terminal terminal;
  private final Inbox inbox;
  private final Attributes before;
  private final Display display;
  private final Painter painter;
  private final Editor editor = new Editor();
  private final Thread restorer = new Thread(this::restore, "terminal-restorer");
  private int shownTab = Tab.NEWS;
  private int back;
  private long unread;

  private FullScreen(Terminal terminal, Inbox inbox, Map<String, String> environment) {
    this.terminal = terminal;
    this.inbox = inbox;
    this.before = terminal.enterRawMode();
    this.display = new Display(terminal, true);
    this.painter = new Painter(Look.of(terminal.encoding(), environment), ZoneId.systemDefault());
  }

  /** Takes the terminal; nothing when it can't show a whole screen. */
  static Optional<FullScreen> open(Inbox inbox, Map<String, String> environment)
      throws IOException {
    Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
    String type = terminal.getType().toLowerCase(Locale.ROOT);
    if (type.startsWith("dumb")
        || terminal.getStringCapability(Capability.cursor_address) == null) {
      terminal.close();
      return Optional.empty();
    }
    FullScreen screen = new FullScreen(terminal, inbox, environment);
    screen.begin();
    return Optional.of(screen);
  }

  private void begin() {
    Attributes keys = terminal.getAttributes();
    // Ctrl-C and its like are keys
    keys.setLocalFlag(Attributes.LocalFlag.ISIG, false);
    terminal.setAttributes(keys);
    terminal.puts(Capability.enter_ca_mode);
    terminal.puts(Capability.keypad_xmit);
    terminal.writer().print(Keys.PASTE_ON);
    terminal.flush();
    Runtime.getRuntime().addShutdownHook(restorer);
    terminal.handle(Terminal.Signal.WINCH, _ -> inbox.put(new Inbox.Resized()));
    Keys keyboard = new Keys(terminal);
    Thread.ofPlatform().daemon().name("keys").start(() -> read(keyboard));
  }

  private void read(Keys keyboard) {
    Optional<Key> key = keyboard.read();
    while (key.isPresent()) {
      inbox.put(new Inbox.Pressed(key.get()));
      key = keyboard.read();
    }
    inbox.put(new Inbox.InputEnded());
  }

  @Override
  public Duration patience() {
    return BLINK;
  }

  @Override
  public boolean mayComeForward() {
    return editor.line().isEmpty();
  }

  @Override
  public boolean pressed(Key key, Chat chat) {
    Window window = chat.window();
    boolean blank = editor.line().isEmpty();
    switch (key.does()) {
      case TAB -> chat.change(it -> it.toFront(Integer.parseInt(key.text()) - 1));
      case NEXT_TAB -> chat.change(it -> it.turn(1));
      case PREVIOUS_TAB -> chat.change(it -> it.turn(-1));
      case BACK -> back += Painter.bodyHeight(height()) - 1;
      case FORTH -> back -= Painter.bodyHeight(height()) - 1;
      case REDRAW -> display.clear();
      case INTERRUPT, END_OF_INPUT -> {
        if (blank) {
          return false;
        }
        editor.press(key, window);
      }
      default -> {
        return edited(key, chat);
      }
    }
    return true;
  }

  private boolean edited(Key key, Chat chat) {
    Optional<String> line = editor.press(key, chat.window());
    if (line.isPresent()) {
      back = 0;
      return Commands.line(chat, line.get());
    }
    if (key.does() == Key.Does.TYPE && !editor.line().text().startsWith("/")) {
      chat.typing();
    }
    return true;
  }

  /** The person sees why, and leaves. */
  @Override
  public boolean endsWhenSignedOut() {
    return false;
  }

  @Override
  public void show(Window window, Instant now) {
    int front = window.frontTab().id();
    if (front != shownTab) {
      back = 0;
      shownTab = front;
    }
    editor.at(front);
    int width = width();
    int height = height();
    back = Math.clamp(back, 0, painter.furthestBack(window, width, height));
    Painter.Picture picture =
        painter.paint(window, editor.line(), editor.hint(), back, now, width, height);
    if (display.getColumns() != width || display.getRows() != height) {
      display.clear(); // terminals move lines about when they are resized
    }
    display.resize(Size.of(width, height));
    display.update(picture.lines(), picture.row() * width + picture.column());
    ring(window);
  }

  /** The bell tells of messages in tabs that are not looked at. */
  private void ring(Window window) {
    long now = window.tabs().stream().mapToLong(Tab::unread).sum();
    if (now > unread) {
      terminal.puts(Capability.bell);
      terminal.flush();
    }
    unread = now;
  }

  private int width() {
    return Math.max(2, terminal.getSize().getColumns());
  }

  private int height() {
    return Math.max(1, terminal.getSize().getRows());
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(restorer);
    restore();
    terminal.close();
  }

  /** The terminal as it was found, also when the process is told to end. */
  private void restore() {
    terminal.writer().print(Keys.PASTE_OFF);
    terminal.puts(Capability.keypad_local);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
    terminal.setAttributes(before);
  }
}
