package im.chrysalis.wire;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words of one line, read from left to right. Owns every complaint about them.
 *
 * <p>A character is one byte of the line (ISO 8859-1), so that a word can be sent on exactly as it
 * came, whatever its character set. Runs of spaces separate words, because old clients write two.
 *
 * @see <a href="../../../../../../../docs/protocol/framing.md">docs/protocol/framing.md</a>
 */
public final class Words {
  private final String verb;
  private final List<String> words;
  private int next;

  private Words(String verb, List<String> words) {
    this.verb = verb;
    this.words = words;
  }

  /**
   * Splits a line.
   *
   * @param line without its line end, one character a byte
   * @throws MalformedCommand when there is no word at all, or a NUL, CR or LF in one: sent on, such
   *     a word would break the line that it stands in
   */
  public static Words of(String line) throws MalformedCommand {
    if (line.indexOf('\r') >= 0 || line.indexOf('\0') >= 0 || line.indexOf('\n') >= 0) {
      throw new MalformedCommand(Fault.STREAM, "a line that holds NUL, CR or LF");
    }
    List<String> words = new ArrayList<>(8);
    int from = 0;
    int length = line.length();
    while (from < length) {
      int to = line.indexOf(' ', from);
      if (to < 0) {
        to = length;
      }
      if (to > from) {
        words.add(line.substring(from, to));
      }
      from = to + 1;
    }
    if (words.isEmpty()) {
      throw new MalformedCommand(Fault.SYNTAX, "an empty line");
    }
    return new Words(words.getFirst().toUpperCase(Locale.ROOT), words.subList(1, words.size()));
  }

  /** The command, in capitals: three letters, or three digits for an error. */
  public String verb() {
    return verb;
  }

  /** How many words are left. */
  public int left() {
    return words.size() - next;
  }

  /** Whether another word is left. */
  public boolean hasNext() {
    return next < words.size();
  }

  /** The next word, which stays where it is; empty when there is none. */
  public String peek() {
    return hasNext() ? words.get(next) : "";
  }

  /** The last word of the line, which stays where it is; empty when there is none. */
  public String last() {
    return words.isEmpty() ? "" : words.getLast();
  }

  /**
   * The word at a place, which stays where it is: for telling apart the forms of a command.
   *
   * @param index 0 for the word behind the verb, wherever reading stands
   */
  public String wordAt(int index, String what) throws MalformedCommand {
    if (index >= words.size()) {
      throw new MalformedCommand(Fault.SYNTAX, verb + " lacks its " + what);
    }
    return words.get(index);
  }

  /** The next word. */
  public String word(String what) throws MalformedCommand {
    if (!hasNext()) {
      throw new MalformedCommand(Fault.SYNTAX, verb + " lacks its " + what);
    }
    return words.get(next++);
  }

  /** The next word, if there is one. */
  public Optional<String> optionalWord() {
    return hasNext() ? Optional.of(words.get(next++)) : Optional.empty();
  }

  /** All words that are left. */
  public List<String> rest() {
    List<String> rest = List.copyOf(words.subList(next, words.size()));
    next = words.size();
    return rest;
  }

  /** The transaction id. */
  public TrId trId() throws MalformedCommand {
    if (!hasNext() || !TrId.matches(peek())) {
      throw new MalformedCommand(Fault.TRANSACTION, verb + " lacks its transaction id");
    }
    return new TrId(Long.parseLong(words.get(next++)));
  }

  /**
   * The transaction id if the first word is one, wherever reading stands: for answering a fault.
   */
  public Optional<TrId> firstTrId() {
    return !words.isEmpty() && TrId.matches(words.getFirst())
        ? Optional.of(new TrId(Long.parseLong(words.getFirst())))
        : Optional.empty();
  }

  /** The next word as a whole number from 0 to {@code max}. */
  public int number(String what, int max) throws MalformedCommand {
    String word = word(what);
    if (!TrId.matches(word) || Long.parseLong(word) > max) {
      throw new MalformedCommand(
          Fault.SYNTAX, verb + ": " + what + " is no number from 0 to " + max);
    }
    return Integer.parseInt(word);
  }

  /** The next word as an unsigned number of 32 bits. */
  public long unsigned(String what) throws MalformedCommand {
    String word = word(what);
    if (!TrId.matches(word)) {
      throw new MalformedCommand(Fault.SYNTAX, verb + ": " + what + " is no number");
    }
    return Long.parseLong(word);
  }

  /** The next word as an account's address. */
  public EmailAddress address() throws MalformedCommand {
    return EmailAddress.parse(EncodedText.raw(word("account")).text())
        .orElseThrow(() -> new MalformedCommand(Fault.ADDRESS, verb + ": not an account name"));
  }

  /** The next word as encoded text. */
  public EncodedText text(String what) throws MalformedCommand {
    return EncodedText.raw(word(what));
  }

  /** The next word as one of few that are allowed. */
  public <T> T code(Function<String, Optional<T>> codes, String what) throws MalformedCommand {
    String word = word(what);
    return codes
        .apply(word)
        .orElseThrow(() -> new MalformedCommand(Fault.CHOICE, verb + ": unknown " + what));
  }

  /** The line again, its words joined by single spaces. */
  @Override
  public String toString() {
    return words.isEmpty() ? verb : verb + " " + String.join(" ", words);
  }
}
