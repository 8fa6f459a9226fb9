package im.chrysalis.wire.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.wire.Cutting;
import im.chrysalis.wire.Frame;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.PayloadRule;
import im.chrysalis.wire.dialect.Dialect;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is written is read again as it was, in every dialect. */
class RoundTripTest {
  private static final int ROUNDS = 200;

  @SuppressWarnings("unused")
  private static final List<Dialect> DIALECTS = Dialect.SPOKEN;

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void clientCommandsComeBack(Dialect dialect) throws MalformedCommand {
    comeBack(
        dialect,
        Samples::clientCommands,
        ClientCommands::read,
        ClientCommands::write,
        ClientCommands.payloads(dialect));
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void serverEventsComeBack(Dialect dialect) throws MalformedCommand {
    comeBack(
        dialect,
        Samples::serverEvents,
        ServerEvents::read,
        ServerEvents::write,
        ServerEvents.payloads(dialect));
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void switchboardCommandsComeBack(Dialect dialect) throws MalformedCommand {
    comeBack(
        dialect,
        Samples::switchboardCommands,
        SwitchboardCommands::read,
        SwitchboardCommands::write,
        SwitchboardCommands.payloads(dialect));
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void switchboardEventsComeBack(Dialect dialect) throws MalformedCommand {
    comeBack(
        dialect,
        Samples::switchboardEvents,
        SwitchboardEvents::read,
        SwitchboardEvents::write,
        SwitchboardEvents.payloads(dialect));
  }

  @Test
  void theNewestDialectHasSamplesOfEveryKind() {
    Samples samples = new Samples(new Random(1), Dialect.SPOKEN.getFirst());
    assertThat(CodecTable.kinds(samples.clientCommands()))
        .isEqualTo(CodecTable.kinds(ClientCommand.class));
    assertThat(CodecTable.kinds(samples.serverEvents()))
        .isEqualTo(CodecTable.kinds(ServerEvent.class));
    assertThat(CodecTable.kinds(samples.switchboardCommands()))
        .isEqualTo(CodecTable.kinds(SwitchboardCommand.class));
    assertThat(CodecTable.kinds(samples.switchboardEvents()))
        .isEqualTo(CodecTable.kinds(SwitchboardEvent.class));
  }

  /** Writes all commands into one stream, cuts it in pieces, and reads them again. */
  private static <C> void comeBack(
      Dialect dialect,
      Function<Samples, List<C>> commands,
      CodecTable.Reading<C> reading,
      CodecTable.Writing<C> writing,
      PayloadRule rule)
      throws MalformedCommand {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<C> written = commands.apply(new Samples(random, dialect));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      written.forEach(command -> bytes.writeBytes(writing.write(command, dialect).bytes()));

      List<Frame> frames = Cutting.inPieces(bytes.toByteArray(), random.nextInt(1, 400), rule);

      assertThat(frames).hasSameSizeAs(written);
      for (int i = 0; i < frames.size(); i++) {
        assertThat(reading.read(frames.get(i), dialect))
            .as("seed %d", seed)
            .usingRecursiveComparison()
            .isEqualTo(written.get(i));
      }
    }
  }
}
