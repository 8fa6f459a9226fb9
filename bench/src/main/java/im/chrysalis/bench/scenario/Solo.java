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

/** Our server alone under a load for which there is no yardstick. */
final class Solo {
  private final Measured server;
  private final Stretch.Load load;

  /** The load must have been warmed up. */
  Solo(Measured server, Stretch.Load load) {
    this.server = server;
    this.load = load;
  }

  /** CPU per unit, with rate, latencies and the server's memory. */
  Result measure(Lab lab, String scenario, String what, Unit unit)
      throws IOException, LoadFailed, CannotMeasure {
    List<Stretch> rounds = new ArrayList<>();
    for (int round = 1; round <= lab.sizes().rounds(); round++) {
      Stretch stretch = Stretch.measure(server, load, lab.sizes().round());
      rounds.add(stretch);
      lab.progress()
          .say(
              "%s, %s, round %d of %d: %.2f µs",
              scenario, what, round, lab.sizes().rounds(), stretch.cpuMicrosecondsPerUnit());
    }
    return Result.of(scenario, what, unit, Stretch.rounds(rounds, Stretch::cpuMicrosecondsPerUnit))
        .atRate(Stretch.rounds(rounds, Stretch::perSecond).median(), OptionalDouble.empty())
        .taking(Stretch.latencies(rounds), Optional.empty())
        .resident(server.meter().residentBytes());
  }
}
