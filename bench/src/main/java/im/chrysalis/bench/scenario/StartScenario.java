package im.chrysalis.bench.scenario;

import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.ServerProcess;
import im.chrysalis.bench.process.ServerProcess.Launch;
import im.chrysalis.bench.report.Budget;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Rounds;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** From the command line to the line {@code ready}. */
final class StartScenario implements Scenario {
  private static final Budget BUDGET = new Budget.AtMost(1.5);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(3);
  private static final String WITHOUT_CACHE =
      "without the start cache: the launcher makes it in the background after a build";

  @Override
  public String name() {
    return "start";
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure {
    Crowd crowd = lab.smallCrowd();
    boolean cached = prepare(lab, crowd);
    List<Double> cpu = new ArrayList<>();
    List<Double> wall = new ArrayList<>();
    long resident = 0;
    for (int i = 1; i <= lab.sizes().starts(); i++) {
      try (ServerProcess server = lab.server(crowd, Launch.AS_USERS_DO)) {
        cpu.add(server.cpuToReady().toMillis() / 1000.0);
        wall.add(server.timeToReady().toMillis() / 1000.0);
        resident = server.meter().residentBytes();
        cached &= server.usesStartCache();
      }
      lab.progress()
          .say("start %d: ready after %.2f s, %.2f s CPU", i, wall.getLast(), cpu.getLast());
    }
    return List.of(
        Result.of(name(), "CPU", Unit.CPU_TO_READY, Rounds.of(cpu))
            .within(BUDGET)
            .resident(resident)
            .noting(List.of(cached ? "with the start cache" : WITHOUT_CACHE)),
        Result.of(name(), "wall", Unit.WALL_TO_READY, Rounds.of(wall)));
  }

  /**
   * Starts until the launcher has made its cache, which the first start sets off. That start also
   * fills the disk cache.
   */
  private static boolean prepare(Lab lab, Crowd crowd) throws IOException, CannotMeasure {
    long end = System.nanoTime() + lab.sizes().cacheWait().toNanos();
    while (true) {
      try (ServerProcess server = lab.server(crowd, Launch.AS_USERS_DO)) {
        if (server.usesStartCache()) return true;
      }
      if (System.nanoTime() > end) return false;
      lab.progress().say("start: waiting for the launcher's start cache");
      pause();
    }
  }

  /** Leaves the cores to whoever makes the cache. */
  private static void pause() throws CannotMeasure {
    try {
      Thread.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotMeasure("interrupted while waiting for the start cache", e);
    }
  }
}
