package im.chrysalis.terminal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The line that is being typed, one for each tab, and the lines that were typed before. */
final class Editor {
  private static final int MOST_LINES = 200;

  private final Map<Integer, InputLine> drafts = new HashMap<>();
  private final List<String> history = new ArrayList<>();
  private int tab = Tab.NEWS;
  private int past;
  private String present = "";
  private String hint = "";

  /** What the next keys edit belongs to another tab; what was begun there comes back. */
  void at(int id) {
    if (id != tab) {
      tab = id;
      past = history.size();
      hint = "";
    }
  }

  InputLine line() {
    return drafts.getOrDefault(tab, InputLine.EMPTY);
  }

  /** What else there is to say about the last key; often nothing. */
  String hint() {
    return hint;
  }

  /** Takes a key; returns the whole line when that was the last of it. */
  Optional<String> press(Key key, Window window) {
    hint = "";
    InputLine line = line();
    switch (key.does()) {
      case TYPE -> become(line.insert(key.text()));
      case ENTER -> {
        return Optional.of(finished());
      }
      case COMPLETE -> complete(Completion.of(line, window));
      case LEFT -> become(line.left());
      case RIGHT -> become(line.right());
      case WORD_LEFT -> become(line.wordLeft());
      case WORD_RIGHT -> become(line.wordRight());
      case START -> become(line.toStart());
      case END -> become(line.toEnd());
      case OLDER -> remember(past - 1);
      case NEWER -> remember(past + 1);
      case DELETE_LEFT -> become(line.deleteLeft());
      case DELETE_RIGHT, END_OF_INPUT -> become(line.deleteRight());
      case DELETE_WORD -> become(line.deleteWord());
      case DELETE_TO_START -> become(line.deleteToStart());
      case DELETE_TO_END -> become(line.deleteToEnd());
      case INTERRUPT -> become(InputLine.EMPTY);
      case TAB, NEXT_TAB, PREVIOUS_TAB, BACK, FORTH, REDRAW, PASTE, NOTHING -> {
        // not of the line
      }
    }
    return Optional.empty();
  }

  private void become(InputLine line) {
    if (line.isEmpty()) {
      drafts.remove(tab);
    } else {
      drafts.put(tab, line);
    }
  }

  private String finished() {
    String text = line().text();
    become(InputLine.EMPTY);
    if (!text.isBlank() && (history.isEmpty() || !history.getLast().equals(text))) {
      history.add(text);
      if (history.size() > MOST_LINES) {
        history.removeFirst();
      }
    }
    past = history.size();
    return text;
  }

  private void remember(int index) {
    if (index < 0 || index > history.size()) {
      return;
    }
    if (past == history.size()) {
      present = line().text();
    }
    past = index;
    become(InputLine.of(index == history.size() ? present : history.get(index)));
  }

  private void complete(Completion completion) {
    become(completion.line());
    hint = String.join("  ", completion.choices());
  }
}
