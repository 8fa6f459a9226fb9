package im.chrysalis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Arrays;

/** Cuts what a server sends into commands; keeps bytes only while a command is incomplete. */
final class Framer {
  private static final byte[] NOTHING = {};
  private static final int LONGEST_COMMAND = 1 << 20;

  private byte[] kept = NOTHING;

  /** Takes one command. */
  interface Taker {
    void take(Line line) throws IOException;
  }

  /**
   * Hands every command to the taker that is complete with these bytes.
   *
   * @throws ProtocolException when the bytes cannot be commands of a notification server or
   *     switchboard
   */
  void feed(byte[] bytes, int length, Taker taker) throws IOException {
    byte[] source = bytes;
    int end = length;
    if (kept.length > 0) {
      source = Arrays.copyOf(kept, kept.length + length);
      System.arraycopy(bytes, 0, source, kept.length, length);
      end = source.length;
      kept = NOTHING;
    }
    int at = 0;
    while (at < end) {
      int lineEnd = lineEnd(source, at, end);
      if (lineEnd < 0) break;
      int commandEnd = lineEnd + payload(source, at, lineEnd);
      if (commandEnd > end) break;
      taker.take(new Line(source, at, lineEnd, commandEnd));
      at = commandEnd;
    }
    if (end - at > LONGEST_COMMAND) throw new ProtocolException("a command that never ends");
    if (at < end) kept = Arrays.copyOfRange(source, at, end);
  }

  private static int lineEnd(byte[] source, int from, int end) {
    for (int i = from; i < end; i++) {
      if (source[i] == '\n') return i + 1;
    }
    return -1;
  }

  private static int payload(byte[] source, int from, int lineEnd) throws ProtocolException {
    if (!carriesPayload(source, from)) return 0;
    String line = new String(source, from, lineEnd - from, ISO_8859_1).stripTrailing();
    try {
      int length = Integer.parseInt(line, line.lastIndexOf(' ') + 1, line.length(), 10);
      if (length >= 0) return length;
    } catch (NumberFormatException _) {
      // falls through to the one complaint
    }
    throw new ProtocolException("no payload length in: " + line);
  }

  private static boolean carriesPayload(byte[] source, int from) {
    return switch (source[from]) {
      case 'M' -> source[from + 1] == 'S' && source[from + 2] == 'G';
      case 'N' -> source[from + 1] == 'O' && source[from + 2] == 'T';
      case 'I' -> source[from + 1] == 'P' && source[from + 2] == 'G';
      case 'G' -> source[from + 1] == 'C' && source[from + 2] == 'F';
      default -> false;
    };
  }
}
