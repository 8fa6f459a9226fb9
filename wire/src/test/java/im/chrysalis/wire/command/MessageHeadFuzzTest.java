package im.chrysalis.wire.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.Framer;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.command.MessageHead.Scan;
import im.chrysalis.wire.command.SwitchboardCommand.Say;
import im.chrysalis.wire.dialect.Dialect;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Optional;

/** The fast path sees in any bytes what the ordinary path sees. */
class MessageHeadFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void bothPathsSeeTheSame(byte[] bytes) throws MalformedCommand {
    seeTheSame(bytes, Dialect.MSNP7);
    seeTheSame(bytes, Dialect.MSNP9);
  }

  private static void seeTheSame(byte[] bytes, Dialect dialect) throws MalformedCommand {
    MessageHead head = new MessageHead();
    Scan scan;
    try {
      scan = head.scan(Unpooled.wrappedBuffer(bytes), SwitchboardCommands.maxMessage(dialect));
    } catch (MalformedCommand malformed) {
      assertThat(saysSomething(bytes, dialect)).isFalse();
      return;
    }
    switch (scan) {
      case WHOLE -> {
        ByteBuf in = Unpooled.wrappedBuffer(bytes);
        Say say = (Say) read(in, dialect).orElseThrow();
        assertThat(say.trId().value()).isEqualTo(head.trId());
        assertThat(say.receipt()).isEqualTo(head.receipt());
        assertThat(in.readerIndex()).isEqualTo(head.headLength() + head.payloadLength());
        assertThat(say.message())
            .isEqualTo(Arrays.copyOfRange(bytes, head.headLength(), in.readerIndex()));
      }
      case INCOMPLETE -> assertThat(read(Unpooled.wrappedBuffer(bytes), dialect)).isEmpty();
      case OTHER -> assertThat(beginsWithMessage(bytes)).isFalse();
    }
  }

  private static boolean saysSomething(byte[] bytes, Dialect dialect) {
    try {
      return read(Unpooled.wrappedBuffer(bytes), dialect).isPresent();
    } catch (MalformedCommand malformed) {
      return false;
    }
  }

  private static Optional<SwitchboardCommand> read(ByteBuf in, Dialect dialect)
      throws MalformedCommand {
    Optional<Frame> frame = new Framer().next(in, SwitchboardCommands.payloads(dialect));
    return frame.isPresent()
        ? Optional.of(SwitchboardCommands.read(frame.get(), dialect))
        : Optional.empty();
  }

  private static boolean beginsWithMessage(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'M'
        && bytes[1] == 'S'
        && bytes[2] == 'G'
        && bytes[3] == ' ';
  }
}
