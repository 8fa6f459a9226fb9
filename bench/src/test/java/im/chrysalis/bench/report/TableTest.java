package im.chrysalis.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  private static Report report() {
    Latencies latencies = new Latencies();
    latencies.record(63_000);
    Result relay =
        Result.of("relay", "1 in flight", Unit.CPU_PER_MESSAGE, Rounds.of(List.of(9.0, 6.0, 6.5)))
            .against(Rounds.of(List.of(5.0, 4.0)))
            .within(new Budget.TimesYardstick(1.6))
            .atRate(41_234.5, OptionalDouble.of(60_000))
            .taking(latencies, Optional.empty())
            .resident(120 << 20)
            .noting(List.of("not pinned"));
    Result idle =
        Result.of("idle", "18,000 × no contacts", Unit.MEMORY_PER_CONNECTION, Rounds.once(4.25))
            .within(new Budget.AtMost(4));
    return new Report(
        Map.of("cores", "2"),
        List.of(relay, idle),
        List.of(new Report.Omission("storm", "no store")));
  }

  @Test
  void everyRowShowsItsFiguresAndWhetherTheBudgetIsKept() {
    List<String> lines = Table.of(report()).lines().toList();

    assertThat(lines.getFirst()).isEqualTo("cores: 2");
    assertThat(squeezed(lines, "relay, 1 in flight"))
        .isEqualTo(
            "relay, 1 in flight 6.5 µs 4.5 µs 1.44 × ≤ 1.6 × ok 41,235 60,000 63.0 µs 63.0 µs 63.0 µs 120");
    assertThat(squeezed(lines, "idle")).isEqualTo("idle, 18,000 × no contacts 4.25 KB ≤ 4 KB over");
    assertThat(lines).contains("relay, 1 in flight: not pinned", "storm: not measured: no store");
  }

  private static String squeezed(List<String> lines, String start) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow()
        .replaceAll(" +", " ");
  }

  @Test
  void columnsStandBelowEachOther() {
    List<String> lines = Table.of(report()).lines().toList();

    int relay = lines.get(3).indexOf("6.5 µs") + "6.5 µs".length();
    int idle = lines.get(4).indexOf("4.25 KB") + "4.25 KB".length();
    assertThat(relay).isEqualTo(idle).isEqualTo(lines.get(2).indexOf("server") + "server".length());
  }

  @Test
  void theJsonDocumentHoldsAllRounds(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("figures.json");
    JsonReport.write(report(), file);

    JsonNode document = new ObjectMapper().readTree(file.toFile());
    assertThat(document.at("/machine/cores").asText()).isEqualTo("2");
    assertThat(document.at("/results/0/server").asDouble()).isEqualTo(6.5);
    assertThat(document.at("/results/0/serverRounds")).hasSize(3);
    assertThat(document.at("/results/0/kept").asBoolean()).isTrue();
    assertThat(document.at("/results/0/latencyMicroseconds/p99.9").asDouble()).isBetween(62., 64.);
    assertThat(document.at("/results/1/kept").asBoolean()).isFalse();
    assertThat(document.at("/notMeasured/0/why").asText()).isEqualTo("no store");
  }
}
