package im.chrysalis.terminal;

/**
 * A key that was pressed.
 *
 * @param text what it types, or the digit of a tab; else empty
 */
record Key(Does does, String text) {
  /** What a key is for. */
  enum Does {
    TYPE,
    PASTE,
    ENTER,
    COMPLETE,
    LEFT,
    RIGHT,
    WORD_LEFT,
    WORD_RIGHT,
    START,
    END,
    OLDER,
    NEWER,
    DELETE_LEFT,
    DELETE_RIGHT,
    DELETE_WORD,
    DELETE_TO_START,
    DELETE_TO_END,
    TAB,
    NEXT_TAB,
    PREVIOUS_TAB,
    BACK,
    FORTH,
    REDRAW,
    INTERRUPT,
    END_OF_INPUT,
    NOTHING
  }

  static Key of(Does does) {
    return new Key(does, "");
  }

  static Key type(String text) {
    return new Key(Does.TYPE, text);
  }
}
