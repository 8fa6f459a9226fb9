package im.chrysalis.wire.command;

import im.chrysalis.wire.Framer;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.command.SwitchboardCommand.Receipt;
import io.netty.buffer.ByteBuf;

/**
 * Reads the head of a client's switchboard message straight from the bytes, without making an
 * object, so that a message can be passed on as a slice of what arrived.
 *
 * <pre>
 * MSG 4 A 133 CR LF MIME-Version: 1.0 ...
 *     |  \   \      \
 *     |   \   \      payload, 133 bytes
 *     |    \   payloadLength
 *     |     receipt
 *     trId      headLength counts all up to the payload
 * </pre>
 *
 * <p>It takes what {@link Framer} and {@link SwitchboardCommands} take: a bare LF, runs of spaces.
 * One scanner serves one thread, and any number of connections, since it keeps nothing between two
 * scans. Scan only where a command begins, which {@link Framer#isBetweenCommands} tells.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/conversation.md#messages">docs/protocol/conversation.md</a>
 */
public final class MessageHead {
  /** What stands at the beginning of the buffer. */
  public enum Scan {
    /** A whole message, head and payload. */
    WHOLE,
    /** What may become one. */
    INCOMPLETE,
    /** Another command: the framer's to read. */
    OTHER
  }

  private static final String VERB = "MSG ";
  private static final long MAX_TRID = 0xFFFF_FFFFL;

  private long trId;
  private Receipt receipt = Receipt.NEVER;
  private int payloadLength;
  private int headLength;

  // the part of the line that is still to be read
  private int at;
  private int end;

  /**
   * Looks at the bytes that can be read; moves nothing.
   *
   * @param maxPayload see {@link SwitchboardCommands#maxMessage}
   * @return {@link Scan#WHOLE} when the accessors tell of a message that is there entirely
   * @throws MalformedCommand for a letter, a number or a length that can't be: the stream can't be
   *     read on, close
   */
  public Scan scan(ByteBuf in, int maxPayload) throws MalformedCommand {
    int start = in.readerIndex();
    int limit = Math.min(in.writerIndex(), start + Framer.MAX_LINE);
    if (!beginsAsMessage(in, start, limit)) {
      return Scan.OTHER;
    }
    int lineEnd = in.indexOf(start, limit, (byte) '\n');
    if (lineEnd < 0) {
      if (limit - start == Framer.MAX_LINE) {
        throw new MalformedCommand(
            Fault.LIMIT, "a line of more than " + Framer.MAX_LINE + " bytes");
      }
      return Scan.INCOMPLETE;
    }
    at = start + VERB.length();
    end = in.getByte(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
    trId = readNumber(in, MAX_TRID, Fault.TRANSACTION);
    receipt = readReceipt(in);
    payloadLength = (int) readNumber(in, maxPayload, Fault.LIMIT);
    skipSpaces(in);
    if (at < end) {
      throw new MalformedCommand(Fault.STREAM, "MSG has words after its length");
    }
    headLength = lineEnd + 1 - start;
    return in.readableBytes() - headLength >= payloadLength ? Scan.WHOLE : Scan.INCOMPLETE;
  }

  /** The transaction id, 0 to 4294967295. */
  public long trId() {
    return trId;
  }

  /** How the sender wants to hear of the message's fate. */
  public Receipt receipt() {
    return receipt;
  }

  /** How many bytes the payload has. */
  public int payloadLength() {
    return payloadLength;
  }

  /** How many bytes stand before the payload. */
  public int headLength() {
    return headLength;
  }

  private static boolean beginsAsMessage(ByteBuf in, int start, int limit) {
    int given = Math.min(limit - start, VERB.length());
    for (int i = 0; i < given; i++) {
      if (in.getByte(start + i) != VERB.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void skipSpaces(ByteBuf in) {
    while (at < end && in.getByte(at) == ' ') {
      at++;
    }
  }

  /** Reads the next word as a number; one that is too high has a fault of its own. */
  private long readNumber(ByteBuf in, long most, Fault tooHigh) throws MalformedCommand {
    skipSpaces(in);
    int first = at;
    long number = 0;
    while (at < end && in.getByte(at) != ' ') {
      int digit = in.getByte(at++) - '0';
      if (digit < 0 || digit > 9) {
        throw new MalformedCommand(Fault.STREAM, "MSG: a word that should be a number is none");
      }
      number = number * 10 + digit;
      // more than ten digits are no transaction id, and a length never needs them
      if (number > most || at - first > 10) {
        throw new MalformedCommand(tooHigh, "MSG: a number of more than " + most);
      }
    }
    if (at == first) {
      throw new MalformedCommand(Fault.STREAM, "MSG lacks a number");
    }
    return number;
  }

  private Receipt readReceipt(ByteBuf in) throws MalformedCommand {
    skipSpaces(in);
    boolean oneLetter = at < end && (at + 1 == end || in.getByte(at + 1) == ' ');
    Receipt letter = oneLetter ? Receipt.ofLetter(in.getByte(at++)) : null;
    if (letter == null) {
      throw new MalformedCommand(Fault.CHOICE, "MSG: unknown receipt");
    }
    return letter;
  }
}
