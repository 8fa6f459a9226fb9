package im.chrysalis.terminal;

import org.jline.utils.WCWidth;

/**
 * What is being typed. Never changes; each key makes the next one.
 *
 * @param text may have several lines when it was pasted
 * @param cursor before which of its chars, never inside a pair
 */
record InputLine(String text, int cursor) {
  static final InputLine EMPTY = new InputLine("", 0);

  /** The part that has room, and the column of the cursor in it. */
  record Cut(String text, int column) {}

  static InputLine of(String text) {
    return new InputLine(text, text.length());
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** What stands before the cursor. */
  String head() {
    return text.substring(0, cursor);
  }

  private String tail() {
    return text.substring(cursor);
  }

  InputLine insert(String more) {
    return new InputLine(head() + more + tail(), cursor + more.length());
  }

  InputLine left() {
    return new InputLine(text, before());
  }

  InputLine right() {
    return new InputLine(text, after());
  }

  InputLine toStart() {
    return new InputLine(text, 0);
  }

  InputLine toEnd() {
    return of(text);
  }

  InputLine wordLeft() {
    return new InputLine(text, wordStart());
  }

  InputLine wordRight() {
    int at = cursor;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    while (at < text.length() && text.charAt(at) != ' ') {
      at++;
    }
    return new InputLine(text, at);
  }

  InputLine deleteLeft() {
    return without(before(), cursor);
  }

  InputLine deleteRight() {
    return without(cursor, after());
  }

  InputLine deleteWord() {
    return without(wordStart(), cursor);
  }

  InputLine deleteToStart() {
    return without(0, cursor);
  }

  InputLine deleteToEnd() {
    return without(cursor, text.length());
  }

  /** Puts something in the place of what stands between a place and the cursor. */
  InputLine replace(int from, String by) {
    return without(from, cursor).insert(by);
  }

  private InputLine without(int from, int to) {
    return new InputLine(text.substring(0, from) + text.substring(to), from);
  }

  private int before() {
    return cursor == 0 ? 0 : text.offsetByCodePoints(cursor, -1);
  }

  private int after() {
    return cursor == text.length() ? cursor : text.offsetByCodePoints(cursor, 1);
  }

  private int wordStart() {
    int at = cursor;
    while (at > 0 && text.charAt(at - 1) == ' ') {
      at--;
    }
    while (at > 0 && text.charAt(at - 1) != ' ') {
      at--;
    }
    return at;
  }

  /** As much as fits into a width, with the cursor in it. */
  Cut cut(int width) {
    int from = 0;
    while (columns(from, cursor) > width) {
      from = text.offsetByCodePoints(from, 1);
    }
    int column = columns(from, cursor);
    int to = cursor;
    while (to < text.length() && columns(from, text.offsetByCodePoints(to, 1)) <= width) {
      to = text.offsetByCodePoints(to, 1);
    }
    return new Cut(text.substring(from, to).replace('\n', '↵'), column);
  }

  private int columns(int from, int to) {
    return text.substring(from, to)
        .codePoints()
        .map(c -> c == '\n' ? 1 : Math.max(0, WCWidth.wcwidth(c)))
        .sum();
  }
}
