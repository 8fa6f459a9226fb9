package im.chrysalis.wire.command;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.Line;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Arrays;

/**
 * The head under which one sender's messages reach the others, {@code MSG anna@example.com Anna
 * 133}: encoded once, written for each message. The bytes are those that {@link SwitchboardEvents}
 * writes for {@link SwitchboardEvent.Said}, without the payload.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/conversation.md#messages">docs/protocol/conversation.md</a>
 */
public final class SaidHead {
  private final byte[] beginning;

  private SaidHead(byte[] beginning) {
    this.beginning = beginning;
  }

  /** The head of a sender's messages. */
  public static SaidHead of(EmailAddress who, EncodedText name) {
    byte[] line = Line.of("MSG").word(who).word(name).bytes();
    line[line.length - 2] = ' ';
    return new SaidHead(Arrays.copyOf(line, line.length - 1));
  }

  /** The most bytes that a head takes. */
  public int maxLength() {
    return beginning.length + 12;
  }

  /** Appends the head of a message, its line end included; the payload is to follow. */
  public void writeTo(ByteBuf out, int payloadLength) {
    out.writeBytes(beginning);
    ByteBufUtil.writeAscii(out, Integer.toString(payloadLength));
    out.writeByte('\r').writeByte('\n');
  }
}
