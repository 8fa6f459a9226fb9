package im.chrysalis.wire.command;

import static im.chrysalis.wire.command.Texts.address;
import static im.chrysalis.wire.command.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.wire.Framer;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.command.MessageHead.Scan;
import im.chrysalis.wire.command.SwitchboardCommand.Receipt;
import im.chrysalis.wire.dialect.Dialect;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageHeadTest {
  private final MessageHead head = new MessageHead();

  @ParameterizedTest
  @CsvSource({
    "'MSG 4 A 5\r\nHello',          4, ALWAYS,     5, 11",
    "'MSG 4294967295 N 5\r\nHello', 4294967295, ON_FAILURE, 5, 20",
    "'MSG 4 u 0\r\n',               4, NEVER,      0, 11",
    "'MSG 4 S 5\nHelloMSG 5',       4, ALWAYS,     5, 10",
    "'MSG 4 D 5\r\nHello',          4, DATA,       5, 11",
    "'MSG 4 d 5\r\nHello',          4, DATA,       5, 11",
    "'MSG   4  A   005  \r\nHello', 4, ALWAYS,     5, 20",
  })
  void readsTheHeadOfAWholeMessage(
      String bytes, long trId, Receipt receipt, int payloadLength, int headLength)
      throws MalformedCommand {
    ByteBuf in = buffer(bytes);
    assertThat(head.scan(in, SwitchboardCommands.MAX_MESSAGE)).isEqualTo(Scan.WHOLE);
    assertThat(head.trId()).isEqualTo(trId);
    assertThat(head.receipt()).isEqualTo(receipt);
    assertThat(head.payloadLength()).isEqualTo(payloadLength);
    assertThat(head.headLength()).isEqualTo(headLength);
    assertThat(in.readerIndex()).isZero();
  }

  @Test
  void waitsUntilTheLastByteIsThere() throws MalformedCommand {
    String whole = "MSG 4 A 5\r\nHello";
    for (int length = 0; length < whole.length(); length++) {
      assertThat(head.scan(buffer(whole.substring(0, length)), SwitchboardCommands.MAX_MESSAGE))
          .isEqualTo(Scan.INCOMPLETE);
    }
    assertThat(head.scan(buffer(whole), SwitchboardCommands.MAX_MESSAGE)).isEqualTo(Scan.WHOLE);
  }

  @Test
  void scansFromWhereReadingStands() throws MalformedCommand {
    ByteBuf in = buffer("OUT\r\nMSG 4 A 5\r\nHello").skipBytes(5);
    assertThat(head.scan(in, SwitchboardCommands.MAX_MESSAGE)).isEqualTo(Scan.WHOLE);
    assertThat(head.headLength()).isEqualTo(11);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"OUT\r\n", "MSX 1", "CAL 1 ben@example.com\r\n", "MSGS 1 A 5\r\n", "\r\n"})
  void leavesOtherCommandsToTheFramer(String bytes) throws MalformedCommand {
    assertThat(head.scan(buffer(bytes), SwitchboardCommands.MAX_MESSAGE)).isEqualTo(Scan.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "'MSG 4 A 1665\r\n',        LIMIT",
    "'MSG 4 A 99999999999\r\n', LIMIT",
    "'MSG 4 X 5\r\n',           CHOICE",
    "'MSG 4 AA 5\r\n',          CHOICE",
    "'MSG 4\r\n',               CHOICE",
    "'MSG 4294967296 A 5\r\n',  TRANSACTION",
    "'MSG 00000000001 A 5\r\n', TRANSACTION",
    "'MSG x A 5\r\n',           STREAM",
    "'MSG 4 A five\r\n',        STREAM",
    "'MSG 4 A -5\r\n',          STREAM",
    "'MSG 4 A\r\n',             STREAM",
    "'MSG 4 A 5 5\r\n',         STREAM",
    "'MSG 4 A 5\r\r\n',         STREAM",
    "'MSG \r\n',                STREAM",
  })
  void refusesHeadsThatCannotBe(String bytes, Fault fault) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> head.scan(buffer(bytes), SwitchboardCommands.MAX_MESSAGE))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(fault));
  }

  @ParameterizedTest
  @CsvSource({"2, 1664", "7, 1664", "8, 1664", "9, 2048", "12, 2048", "18, 2048"})
  void eachDialectHasItsLongestMessage(int version, int most) throws MalformedCommand {
    Dialect dialect = Dialects.between(version, version).getFirst();
    int limit = SwitchboardCommands.maxMessage(dialect);

    assertThat(head.scan(buffer("MSG 4 D " + most + "\r\n" + "x".repeat(most)), limit))
        .isEqualTo(Scan.WHOLE);
    assertThat(head.payloadLength()).isEqualTo(most);
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> head.scan(buffer("MSG 4 D " + (most + 1) + "\r\n"), limit))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.LIMIT));
  }

  @Test
  void refusesAHeadThatDoesNotEnd() throws MalformedCommand {
    String spaces = "MSG " + " ".repeat(Framer.MAX_LINE - 5);
    assertThat(head.scan(buffer(spaces), SwitchboardCommands.MAX_MESSAGE))
        .isEqualTo(Scan.INCOMPLETE);
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> head.scan(buffer(spaces + " "), SwitchboardCommands.MAX_MESSAGE))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.LIMIT));
  }

  @Test
  void theHeadThatOthersSeeIsTheOneOfTheCodec() {
    byte[] message = "Hello".getBytes(StandardCharsets.US_ASCII);
    var who = address("jörg@example.com");
    var name = text("J%c3%b6rg");
    ByteBuf out = Unpooled.buffer();
    SaidHead said = SaidHead.of(who, name);
    said.writeTo(out, message.length);

    assertThat(out.readableBytes()).isLessThanOrEqualTo(said.maxLength());
    assertThat(out.writeBytes(message).toString(StandardCharsets.ISO_8859_1))
        .isEqualTo(
            new String(
                SwitchboardEvents.write(
                        new SwitchboardEvent.Said(who, name, message), Dialect.MSNP7)
                    .bytes(),
                StandardCharsets.ISO_8859_1));
  }

  private static ByteBuf buffer(String bytes) {
    return Unpooled.wrappedBuffer(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }
}
