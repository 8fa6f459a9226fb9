package im.chrysalis.bench.scenario;

import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.ServerProcess;
import im.chrysalis.bench.report.Budget;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Rounds;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From the command line to the line {@code ready}. */
final class StartScenario implements Scenario {
  private static final Budget BUDGET = new Budget.AtMost(1.5);

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure {
    Crowd crowd = lab.smallCrowd();
    // the first start makes keys and certificates, and lets the disk cache fill
    lab.server(crowd).close();
    List<Double> cpu = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    long resident = 0;
    for (int i = 1; i <= lab.sizes().starts(); i++) {
      try (ServerProcess server = lab.server(crowd)) {
        cpu.add(server.cpuToReady().toMillis() / 1000.0);
        wall.add(server.timeToReady().toMillis() / 1000.0);
        resident = server.meter().residentBytes();
      }
      lab.progress()
          .say("start %d: ready after %.2f s, %.2f s CPU", i, wall.getLast(), cpu.getLast());
    }
    return List.of(
        Result.of(name(), "CPU", Unit.CPU_TO_READY, Rounds.of(cpu))
            .within(BUDGET)
            .resident(resident),
        Result.of(name(), "wall", Unit.WALL_TO_READY, Rounds.of(wall)));
  }
}
