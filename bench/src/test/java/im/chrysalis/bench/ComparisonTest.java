package im.chrysalis.bench;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.bench.process.Launcher;
import im.chrysalis.bench.process.Yardsticks;
import im.chrysalis.bench.report.Report;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Table;
import im.chrysalis.bench.scenario.Lab;
import im.chrysalis.bench.scenario.Progress;
import im.chrysalis.bench.scenario.Scenario;
import im.chrysalis.bench.scenario.Sizes;
import im.chrysalis.bench.toy.ToyLauncher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Everything as on a real run, with a toy in the server's place and tiny counts. */
@EnabledOnOs(OS.LINUX)
class ComparisonTest {
  private static final Sizes TINY =
      new Sizes(2, Duration.ofMillis(60), Duration.ofMillis(20), 5, 20, 5, 10, 3, 1, Duration.ZERO);

  /** What nothing else can be compared with. */
  private static final List<String> WITHOUT_YARDSTICK =
      List.of("start, CPU", "start, wall", "gateway, poll");

  @TempDir Path home;
  @TempDir Path scratch;

  private Report run(Stream<Scenario> scenarios) throws IOException {
    Path script = ToyLauncher.writeTo(home);
    return Comparison.of(
        scenarios.toList(),
        new Launcher(home, script, Optional.empty()),
        Yardsticks.in(scratch),
        scratch,
        TINY,
        new Progress(new PrintStream(new ByteArrayOutputStream())));
  }

  @Test
  void everyScenarioGivesItsRows() throws IOException {
    Report report = run(Scenario.all().stream());

    assertThat(report.omissions()).isEmpty();
    assertThat(report.results())
        .extracting(result -> result.scenario() + ", " + result.what())
        .containsExactly(
            "start, CPU",
            "start, wall",
            "relay, 1 in flight",
            "relay, 16 in flight",
            "gateway, poll",
            "gateway, 1 in flight",
            "sign-in, 8 at once",
            "ticket, MSNP9",
            "ticket, MSNP12",
            "ticket, login2.srf, kept open",
            "ticket, login2.srf, new TLS",
            "sso, MSNP15",
            "sso, RST.srf, kept open",
            "sso, RST.srf, new TLS",
            "presence, 5 watchers",
            "idle, 10 × no contacts",
            "idle, 10 × 3 contacts",
            "storm, 10 × no contacts",
            "storm, 10 × 3 contacts");
    assertThat(report.machine()).containsKeys("cores", "kernel", "jdk", "commit");
    assertThat(Table.of(report).lines().filter(line -> line.startsWith("storm"))).isNotEmpty();
    assertThat(report.results())
        .filteredOn(result -> !WITHOUT_YARDSTICK.contains(result.scenario() + ", " + result.what()))
        .filteredOn(result -> !result.what().contains(".srf"))
        .allMatch(result -> result.yardstick().isPresent());
    assertThat(report.results())
        .filteredOn(result -> List.of("relay", "sign-in", "presence").contains(result.scenario()))
        .allMatch(result -> result.server().figures().size() == TINY.rounds())
        .allMatch(result -> result.latency().orElseThrow().count() > 0)
        .extracting(Result::rate)
        .allMatch(rate -> rate.server().orElseThrow() > 0 && rate.yardstick().orElseThrow() > 0);
  }

  @Test
  void aScenarioThatFailsIsToldAndTheNextOnesRun() throws IOException {
    Scenario failing =
        new Scenario() {
          @Override
          public String name() {
            return "failing";
          }

          @Override
          public List<Result> measure(Lab lab) throws IOException {
            throw new IOException("no such thing");
          }
        };

    Report report =
        run(
            Stream.concat(
                Stream.of(failing),
                Scenario.all().stream().filter(it -> it.name().equals("start"))));

    assertThat(report.omissions())
        .containsExactly(new Report.Omission("failing", "IOException: no such thing"));
    assertThat(report.results()).hasSize(2);
  }
}
