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
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is written is read again as it was, in every dialect. */
class RoundTripTest {
  private static final int ROUNDS = 25;

  @SuppressWarnings("unused")
  private static final List<Dialect> DIALECTS = Dialects.ALL;

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void clientCommandsComeBack(Dialect dialect) throws MalformedCommand {
    comeBack(
        dialect,
        ClientSamples::of,
        ClientCommands::read,
        ClientCommands::write,
        ClientCommands.payloads(dialect));
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void serverEventsComeBack(Dialect dialect) throws MalformedCommand {
    comeBack(
        dialect,
        ServerSamples::of,
        ServerEvents::read,
        ServerEvents::write,
        ServerEvents.payloads(dialect));
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void switchboardCommandsComeBack(Dialect dialect) throws MalformedCommand {
    comeBack(
        dialect,
        SwitchboardSamples::commands,
        SwitchboardCommands::read,
        SwitchboardCommands::write,
        SwitchboardCommands.payloads(dialect));
  }

  @ParameterizedTest
  @FieldSource("DIALECTS")
  void switchboardEventsComeBack(Dialect dialect) throws MalformedCommand {
    comeBack(
        dialect,
        SwitchboardSamples::events,
        SwitchboardEvents::read,
        SwitchboardEvents::write,
        SwitchboardEvents.payloads(dialect));
  }

  @Test
  void everyKindHasSamplesInSomeDialect() {
    assertThat(kinds(ClientSamples::of)).isEqualTo(CodecTable.kinds(ClientCommand.class));
    assertThat(kinds(ServerSamples::of)).isEqualTo(CodecTable.kinds(ServerEvent.class));
    assertThat(kinds(SwitchboardSamples::commands))
        .isEqualTo(CodecTable.kinds(SwitchboardCommand.class));
    assertThat(kinds(SwitchboardSamples::events))
        .isEqualTo(CodecTable.kinds(SwitchboardEvent.class));
  }

  private static <C> Set<Class<?>> kinds(BiFunction<Random, Dialect, List<C>> samples) {
    return DIALECTS.stream()
        .flatMap(dialect -> CodecTable.kinds(samples.apply(new Random(1), dialect)).stream())
        .collect(Collectors.toSet());
  }

  /** Writes all commands into one stream, cuts it in pieces, and reads them again. */
  private static <C> void comeBack(
      Dialect dialect,
      BiFunction<Random, Dialect, List<C>> commands,
      CodecTable.Reading<C> reading,
      CodecTable.Writing<C> writing,
      PayloadRule rule)
      throws MalformedCommand {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      List<C> written = commands.apply(random, dialect);
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
