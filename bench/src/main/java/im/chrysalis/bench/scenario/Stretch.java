package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Measured;
import im.chrysalis.bench.report.Latencies;
import im.chrysalis.bench.report.Rounds;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One measured turn.
 *
 * @param units how much was done: messages, sign-ins, notifications
 * @param cpu what the measured process used for it
 * @param wall how long it took
 * @param latencies how long each unit took
 */
record Stretch(long units, Duration cpu, Duration wall, Latencies latencies) {

  /** What a load did. */
  record Done(long units, Latencies latencies) {}

  /** Puts load on a program for some time. */
  @FunctionalInterface
  interface Load {
    Done run(Duration time) throws IOException, LoadFailed;
  }

  /** Runs a load and reads what it cost the program. */
  static Stretch measure(Measured program, Load load, Duration time)
      throws IOException, LoadFailed, CannotMeasure {
    Duration cpuBefore = program.meter().cpu();
    long begun = System.nanoTime();
    Done done = load.run(time);
    Duration wall = Duration.ofNanos(System.nanoTime() - begun);
    return new Stretch(
        done.units(), program.meter().cpu().minus(cpuBefore), wall, done.latencies());
  }

  double cpuMicrosecondsPerUnit() {
    return units == 0 ? 0 : cpu.toNanos() / 1_000.0 / units;
  }

  double perSecond() {
    return units / (wall.toNanos() / 1e9);
  }

  /** One figure of each. */
  static Rounds rounds(List<Stretch> stretches, ToDoubleFunction<Stretch> figure) {
    return Rounds.of(stretches.stream().mapToDouble(figure).boxed().toList());
  }

  /** How long each unit of all of them took. */
  static Latencies latencies(List<Stretch> stretches) {
    Latencies all = new Latencies();
    stretches.forEach(stretch -> all.add(stretch.latencies()));
    return all;
  }
}
