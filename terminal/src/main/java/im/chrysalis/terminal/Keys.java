package im.chrysalis.terminal;

import static im.chrysalis.terminal.Key.Does;
import static org.jline.keymap.KeyMap.alt;
import static org.jline.keymap.KeyMap.ctrl;
import static org.jline.keymap.KeyMap.key;

import java.util.Optional;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jspecify.annotations.Nullable;

/** Reads keys from a terminal. */
final class Keys {
  static final String PASTE_ON = "\u001b[?2004h";
  static final String PASTE_OFF = "\u001b[?2004l";
  private static final String PASTE_BEGINS = "\u001b[200~";
  private static final String PASTE_ENDS = "\u001b[201~";

  private final BindingReader reader;
  private final KeyMap<Key> map = new KeyMap<>();

  Keys(Terminal terminal) {
    reader = new BindingReader(terminal.reader());
    map.setUnicode(Key.of(Does.TYPE));
    map.setNomatch(Key.of(Does.NOTHING));
    for (char c = ' '; c < 0x7f; c++) {
      map.bind(Key.type(String.valueOf(c)), String.valueOf(c));
    }
    bind(terminal);
  }

  private void bind(Terminal terminal) {
    bind(Does.ENTER, "\r", "\n");
    bind(Does.COMPLETE, "\t");
    bind(Does.LEFT, ctrl('B'), key(terminal, Capability.key_left), "\u001b[D", "\u001bOD");
    bind(Does.RIGHT, ctrl('F'), key(terminal, Capability.key_right), "\u001b[C", "\u001bOC");
    bind(Does.OLDER, key(terminal, Capability.key_up), "\u001b[A", "\u001bOA");
    bind(Does.NEWER, key(terminal, Capability.key_down), "\u001b[B", "\u001bOB");
    bind(Does.WORD_LEFT, alt('b'), "\u001b[1;5D", "\u001b[1;3D");
    bind(Does.WORD_RIGHT, alt('f'), "\u001b[1;5C", "\u001b[1;3C");
    bind(Does.START, ctrl('A'), key(terminal, Capability.key_home), "\u001b[H", "\u001b[1~");
    bind(Does.END, ctrl('E'), key(terminal, Capability.key_end), "\u001b[F", "\u001b[4~");
    bind(Does.DELETE_LEFT, ctrl('H'), "\u007f", key(terminal, Capability.key_backspace));
    bind(Does.DELETE_RIGHT, key(terminal, Capability.key_dc), "\u001b[3~");
    bind(Does.DELETE_WORD, ctrl('W'), alt("\u007f"));
    bind(Does.DELETE_TO_START, ctrl('U'));
    bind(Does.DELETE_TO_END, ctrl('K'));
    bind(Does.NEXT_TAB, ctrl('N'), "\u001b[6;5~");
    bind(Does.PREVIOUS_TAB, ctrl('P'), "\u001b[5;5~");
    bind(Does.BACK, key(terminal, Capability.key_ppage), "\u001b[5~");
    bind(Does.FORTH, key(terminal, Capability.key_npage), "\u001b[6~");
    bind(Does.REDRAW, ctrl('L'));
    bind(Does.INTERRUPT, ctrl('C'));
    bind(Does.END_OF_INPUT, ctrl('D'));
    for (char digit = '1'; digit <= '9'; digit++) {
      map.bind(new Key(Does.TAB, String.valueOf(digit)), alt(digit));
    }
    bind(Does.PASTE, PASTE_BEGINS);
  }

  private void bind(Does does, @Nullable String... sequences) {
    for (String sequence : sequences) {
      if (sequence != null) { // terminals lack some of the keys
        map.bind(Key.of(does), sequence);
      }
    }
  }

  /** The next key; nothing when the terminal is gone. */
  Optional<Key> read() {
    Key key = reader.readBinding(map);
    if (key == null) {
      return Optional.empty();
    }
    if (key.does() == Does.PASTE) {
      return Optional.of(Key.type(pasted(reader.readStringUntil(PASTE_ENDS))));
    }
    return Optional.of(
        key.does() == Does.TYPE && key.text().isEmpty()
            ? Key.type(Harmless.line(reader.getLastBinding()))
            : key);
  }

  private static String pasted(@Nullable String text) {
    return text == null
        ? ""
        : Harmless.text(text.replace("\r\n", "\n").replace('\r', '\n').strip());
  }
}
