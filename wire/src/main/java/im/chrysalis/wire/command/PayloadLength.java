package im.chrysalis.wire.command;

import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.Words;

/** Reads a payload's length, which is always the last word of its line. */
final class PayloadLength {
  private PayloadLength() {}

  /**
   * The length, when the line has at least as many words as it must.
   *
   * @param fewest how many words the line has at least, the length included and the verb not
   * @param limit the most bytes that may follow
   */
  static int atEnd(Words words, int fewest, int limit) throws MalformedCommand {
    if (words.left() < fewest) {
      throw new MalformedCommand(Fault.STREAM, words.verb() + " lacks its length");
    }
    String word = words.last();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        throw new MalformedCommand(Fault.STREAM, words.verb() + ": the length is no number");
      }
    }
    // ten digits fit a long, and no limit of ours needs more
    if (word.length() > 10 || Long.parseLong(word) > limit) {
      throw new MalformedCommand(
          Fault.LIMIT, words.verb() + ": a payload of more than " + limit + " bytes");
    }
    return Integer.parseInt(word);
  }

  /** The length, when the line has exactly so many words. */
  static int ofExactly(int count, Words words, int limit) throws MalformedCommand {
    if (words.left() > count) {
      throw new MalformedCommand(Fault.STREAM, words.verb() + " has words after its length");
    }
    return atEnd(words, count, limit);
  }
}
