package im.chrysalis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.ProtocolException;
import java.util.Arrays;

/**
 * One command as it came, its payload behind it. A view into the reader's buffer, valid only while
 * the talker that was given it looks at it.
 */
public final class Line {
  private final byte[] bytes;
  private final int from;
  private final int lineEnd;
  private final int end;

  /**
   * @param lineEnd just behind the line feed
   * @param end just behind the payload
   */
  Line(byte[] bytes, int from, int lineEnd, int end) {
    this.bytes = bytes;
    this.from = from;
    this.lineEnd = lineEnd;
    this.end = end;
  }

  /** Whether the command is this one, {@code line.is("NLN")}. */
  public boolean is(String verb) {
    return lineEnd - from > 3
        && bytes[from] == verb.charAt(0)
        && bytes[from + 1] == verb.charAt(1)
        && bytes[from + 2] == verb.charAt(2);
  }

  /** Whether the line is a numeric reply, which always tells of an error. */
  public boolean isError() {
    return lineEnd - from > 3
        && Character.isDigit(bytes[from])
        && Character.isDigit(bytes[from + 2]);
  }

  /** The line without its end and its payload. */
  public String text() {
    return new String(bytes, from, lineEnd - from, ISO_8859_1).stripTrailing();
  }

  /**
   * The words of the line, the command being the first.
   *
   * @throws ProtocolException when there are fewer than {@code least}
   */
  public String[] words(int least) throws ProtocolException {
    String[] words = text().split(" +");
    if (words.length < least) throw new ProtocolException("too few words in: " + text());
    return words;
  }

  /** Line and payload as they came. */
  public byte[] raw() {
    return Arrays.copyOfRange(bytes, from, end);
  }

  /** Whether line and payload are exactly these bytes. */
  public boolean equalTo(byte[] expected) {
    return Arrays.equals(bytes, from, end, expected, 0, expected.length);
  }
}
