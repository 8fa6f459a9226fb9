package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Measured;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Server and yardstick taking turns under the same load, so that a busy moment hits both. */
final class Duel {
  private final Measured server;
  private final Stretch.Load serverLoad;
  private final Measured yardstick;
  private final Stretch.Load yardstickLoad;
  private final List<Stretch> ours = new ArrayList<>();
  private final List<Stretch> theirs = new ArrayList<>();

  /** Both loads must have been warmed up. */
  Duel(Measured server, Stretch.Load serverLoad, Measured yardstick, Stretch.Load yardstickLoad) {
    this.server = server;
    this.serverLoad = serverLoad;
    this.yardstick = yardstick;
    this.yardstickLoad = yardstickLoad;
  }

  void fight(Lab lab, String what) throws IOException, LoadFailed, CannotMeasure {
    for (int round = 1; round <= lab.sizes().rounds(); round++) {
      Stretch our = Stretch.measure(server, serverLoad, lab.sizes().round());
      Stretch their = Stretch.measure(yardstick, yardstickLoad, lab.sizes().round());
      ours.add(our);
      theirs.add(their);
      lab.progress()
          .say(
              "%s, round %d of %d: server %.2f µs, yardstick %.2f µs",
              what,
              round,
              lab.sizes().rounds(),
              our.cpuMicrosecondsPerUnit(),
              their.cpuMicrosecondsPerUnit());
    }
  }

  /** CPU per unit on both sides, with rates, latencies and the server's memory. */
  Result result(String scenario, String what, Unit unit) throws CannotMeasure {
    return Result.of(scenario, what, unit, Stretch.rounds(ours, Stretch::cpuMicrosecondsPerUnit))
        .against(Stretch.rounds(theirs, Stretch::cpuMicrosecondsPerUnit))
        .atRate(
            Stretch.rounds(ours, Stretch::perSecond).median(),
            OptionalDouble.of(Stretch.rounds(theirs, Stretch::perSecond).median()))
        .taking(Stretch.latencies(ours), Optional.of(Stretch.latencies(theirs)))
        .resident(server.meter().residentBytes());
  }
}
