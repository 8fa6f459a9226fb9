package im.chrysalis.bench;

import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Launcher;
import im.chrysalis.bench.process.Yardsticks;
import im.chrysalis.bench.report.JsonReport;
import im.chrysalis.bench.report.Report;
import im.chrysalis.bench.report.Table;
import im.chrysalis.bench.scenario.Progress;
import im.chrysalis.bench.scenario.Scenario;
import im.chrysalis.bench.scenario.Sizes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chrysalis bench [SCENARIO]... [--json FILE]}. */
@Command(
    name = "chrysalis bench",
    description = {
      "Measures the server against the limit of this machine, from outside.",
      "Starts servers of its own on free ports; your network is not touched."
    },
    exitCodeList = {
      "0:measured",
      "1:something could not be measured",
      "2:wrong usage",
    },
    exitCodeListHeading = "Exit codes:%n")
public final class Main implements Callable<Integer> {

  /** The names of all scenarios, for help and completion. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Scenario.all().stream().map(Scenario::name).iterator();
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "SCENARIO",
      completionCandidates = Names.class,
      description = "One or more of ${COMPLETION-CANDIDATES}; all when none is named.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Also write the figures of all rounds to this file.")
  private Optional<Path> json = Optional.empty();

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "18000",
      description = "Connections in idle and storm (default ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where to make the folder for this run's stores; it is removed afterwards.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration for the measured servers.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  @SuppressWarnings("UnusedVariable") // picocli acts on the option by itself
  private boolean help;

  /** Measures, prints the table on standard output, and ends the program. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<Scenario> chosen = chosen();
    if (connections < 1)
      throw new ParameterException(spec.commandLine(), "--connections must be 1 or more");
    try (Scratch scratch = Scratch.make(data)) {
      Report report =
          Comparison.of(
              chosen,
              Launcher.find(config.map(Path::toAbsolutePath)),
              Yardsticks.in(scratch.folder()),
              scratch.folder(),
              Sizes.full(connections),
              new Progress(System.err));
      new PrintStream(System.out, true, StandardCharsets.UTF_8).print(Table.of(report));
      if (json.isPresent()) JsonReport.write(report, json.get());
      return report.omissions().isEmpty() ? 0 : 1;
    } catch (CannotMeasure e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private List<Scenario> chosen() {
    if (scenarios.isEmpty()) return Scenario.all();
    List<Scenario> chosen = new ArrayList<>();
    for (String name : scenarios) {
      chosen.add(
          Scenario.all().stream()
              .filter(scenario -> scenario.name().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  new ParameterException(
                      spec.commandLine(),
                      "no scenario " + name + "; there are " + String.join(", ", new Names()))));
    }
    return chosen;
  }
}
