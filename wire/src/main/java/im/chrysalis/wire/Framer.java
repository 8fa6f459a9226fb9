package im.chrysalis.wire;

import im.chrysalis.wire.MalformedCommand.Fault;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into commands. A line ends with LF, a CR before it is dropped, empty lines
 * are passed over; a payload follows its line at once. Belongs to one connection and one thread.
 *
 * @see <a href="../../../../../../../docs/protocol/framing.md">docs/protocol/framing.md</a>
 */
public final class Framer {
  /** The longest line in bytes, its end included. */
  public static final int MAX_LINE = 16 * 1024;

  private int scanned;
  private @Nullable Words awaiting;
  private int missing;

  /**
   * The next whole command, taken out of the buffer; nothing while it is not whole yet.
   *
   * @param in what has arrived and was not yet taken; what is not whole stays in it
   * @param rule which commands have a payload, and how long it may be
   * @throws MalformedCommand for a line or a payload over its limit, a length that is no number, a
   *     line with NUL or CR in it. Whatever the fault, the stream can't be read on: close
   */
  public Optional<Frame> next(ByteBuf in, PayloadRule rule) throws MalformedCommand {
    while (awaiting == null) {
      String line = nextLine(in);
      if (line == null) {
        return Optional.empty();
      }
      if (line.isBlank()) {
        continue;
      }
      Words words = Words.of(line);
      int length = rule.length(words);
      if (length == PayloadRule.NONE) {
        return Optional.of(Frame.of(words));
      }
      awaiting = words;
      missing = length;
    }
    if (in.readableBytes() < missing) {
      return Optional.empty();
    }
    byte[] payload = new byte[missing];
    in.readBytes(payload);
    Frame frame = new Frame(awaiting, payload);
    awaiting = null;
    return Optional.of(frame);
  }

  /**
   * Whether the next byte of the buffer is the first of a command. It is not while a line was taken
   * whose payload is still to come.
   */
  public boolean isBetweenCommands() {
    return awaiting == null;
  }

  private @Nullable String nextLine(ByteBuf in) throws MalformedCommand {
    int from = in.readerIndex();
    int to = Math.min(in.writerIndex(), from + MAX_LINE);
    int end = in.indexOf(from + scanned, to, (byte) '\n');
    int length = (end < 0 ? to : end) - from;
    if (length >= MAX_LINE) {
      throw new MalformedCommand(Fault.LIMIT, "a line of more than " + MAX_LINE + " bytes");
    }
    if (end < 0) {
      scanned = length;
      return null;
    }
    scanned = 0;
    int text = length > 0 && in.getByte(end - 1) == '\r' ? length - 1 : length;
    String line = in.toString(from, text, StandardCharsets.ISO_8859_1);
    in.readerIndex(end + 1);
    return line;
  }
}
