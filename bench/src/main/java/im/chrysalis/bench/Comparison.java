package im.chrysalis.bench;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Launcher;
import im.chrysalis.bench.process.Machine;
import im.chrysalis.bench.process.Yardsticks;
import im.chrysalis.bench.report.Report;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.scenario.Lab;
import im.chrysalis.bench.scenario.Progress;
import im.chrysalis.bench.scenario.Scenario;
import im.chrysalis.bench.scenario.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Measures one scenario after the other; one that fails does not stop the rest. */
final class Comparison {
  private Comparison() {}

  static Report of(
      List<Scenario> scenarios,
      Launcher launcher,
      Yardsticks yardsticks,
      Path scratch,
      Sizes sizes,
      Progress progress) {
    Map<String, String> machine = Machine.describe(launcher, yardsticks.description());
    Lab lab = new Lab(launcher, yardsticks, scratch, sizes, progress);
    List<Result> results = new ArrayList<>();
    List<Report.Omission> omissions = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      try {
        results.addAll(scenario.measure(lab));
      } catch (CannotMeasure | LoadFailed | IOException e) {
        omissions.add(new Report.Omission(scenario.name(), reason(e)));
      }
    }
    return new Report(machine, results, omissions);
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return e instanceof IOException
        ? e.getClass().getSimpleName() + ": " + message
        : String.valueOf(message);
  }
}
