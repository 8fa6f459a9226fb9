package im.chrysalis.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.wire.MalformedCommand.Fault;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramerTest {
  /** SAY is followed by as many bytes as its last word says. */
  private static final PayloadRule SAY =
      words -> words.verb().equals("SAY") ? Integer.parseInt(words.last()) : PayloadRule.NONE;

  @Test
  void cutsLinesAndPayloadsHoweverTheyArrive() throws MalformedCommand {
    byte[] bytes = ascii("PNG\r\nSAY 1 7\r\nHel\r\nloSAY 2 0\r\nOUT\r\n");
    for (int size = 1; size <= bytes.length; size++) {
      assertThat(Cutting.inPieces(bytes, size, SAY))
          .extracting(frame -> frame.words() + "|" + frame.payloadText())
          .containsExactly("PNG|", "SAY 1 7|Hel\r\nlo", "SAY 2 0|", "OUT|");
    }
  }

  @Test
  void acceptsABareLineFeed() throws MalformedCommand {
    assertThat(lines("VER 0 MSNP2\nINF 1\n")).containsExactly("VER 0 MSNP2", "INF 1");
  }

  @Test
  void passesOverEmptyLines() throws MalformedCommand {
    assertThat(lines("\r\n\n  \r\nPNG\r\n\r\n")).containsExactly("PNG");
  }

  @Test
  void takesRunsOfSpacesForOne() throws MalformedCommand {
    assertThat(lines(" CVQ  2   0x0409 \r\n")).containsExactly("CVQ 2 0x0409");
  }

  @Test
  void takesALineOfExactlyTheLimit() throws MalformedCommand {
    String line = "PNG " + "x".repeat(Framer.MAX_LINE - 6);
    assertThat(lines(line + "\r\n")).containsExactly(line);
  }

  @Test
  void refusesALineOverTheLimitBeforeItsEndArrives() {
    ByteBuf in = Unpooled.wrappedBuffer(ascii("x".repeat(Framer.MAX_LINE)));
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> new Framer().next(in, PayloadRule.LINES_ONLY))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.LIMIT));
  }

  @Test
  void refusesALongLineEvenWhenItsEndIsThere() {
    ByteBuf in = Unpooled.wrappedBuffer(ascii("x".repeat(Framer.MAX_LINE) + "\r\n"));
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> new Framer().next(in, PayloadRule.LINES_ONLY))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.LIMIT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHG 1 N\rLN\r\n", "CHG 1 N\0LN\r\n", "PNG\r\r\n"})
  void refusesALineThatWouldBreakTheOneItIsEchoedIn(String bytes) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> Cutting.whole(ascii(bytes), PayloadRule.LINES_ONLY))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.STREAM));
  }

  @Test
  void leavesWhatIsNotWholeInTheBuffer() throws MalformedCommand {
    Framer framer = new Framer();
    ByteBuf in = Unpooled.buffer().writeBytes(ascii("PN"));
    assertThat(framer.next(in, SAY)).isEmpty();
    assertThat(in.readableBytes()).isEqualTo(2);

    in.writeBytes(ascii("G\r\nSAY 1 5\r\nHel"));
    assertThat(framer.next(in, SAY)).isPresent();
    assertThat(framer.isBetweenCommands()).isTrue();

    assertThat(framer.next(in, SAY)).isEmpty();
    assertThat(framer.isBetweenCommands()).isFalse();

    in.writeBytes(ascii("lo"));
    assertThat(framer.next(in, SAY).map(Frame::payloadText)).contains("Hello");
    assertThat(framer.isBetweenCommands()).isTrue();
    assertThat(in.isReadable()).isFalse();
  }

  @Test
  void findsALineThatTheBufferWasCompactedUnder() throws MalformedCommand {
    Framer framer = new Framer();
    ByteBuf in = Unpooled.buffer().writeBytes(ascii("PNG\r\nCHG 1"));
    assertThat(framer.next(in, SAY)).isPresent();
    assertThat(framer.next(in, SAY)).isEmpty();
    in.discardReadBytes().writeBytes(ascii(" NLN\r\n"));
    assertThat(framer.next(in, SAY).map(frame -> frame.words().toString())).contains("CHG 1 NLN");
  }

  private static List<String> lines(String bytes) throws MalformedCommand {
    return Cutting.whole(ascii(bytes), PayloadRule.LINES_ONLY).stream()
        .map(frame -> frame.words().toString())
        .toList();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
