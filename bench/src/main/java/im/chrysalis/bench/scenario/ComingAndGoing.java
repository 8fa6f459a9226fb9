package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
import im.chrysalis.bench.load.Script;
import im.chrysalis.bench.load.Wave;
import im.chrysalis.bench.process.AnswerScript;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Measured;
import im.chrysalis.bench.report.Budget;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/** People who sign in and leave again, eight at a time, after thousands of others. */
final class ComingAndGoing {
  static final int AT_ONCE = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Budget BUDGET = new Budget.AtMost(300);

  private final String scenario;
  private final String what;
  private final IntFunction<Script> people;

  /**
   * @param people who comes as the n-th, counted from 0
   */
  ComingAndGoing(String scenario, String what, IntFunction<Script> people) {
    this.scenario = scenario;
    this.what = what;
    this.people = people;
  }

  /** What one sign-in costs a server, beside the least that the same bytes could cost. */
  Result measure(Lab lab, Measured server) throws IOException, CannotMeasure, LoadFailed {
    try (Loop loop = new Loop()) {
      List<byte[]> answers = Answers.record(loop, server.address(), people.apply(0));
      try (Measured yardstick = lab.yardsticks().answers(new AnswerScript(answers, List.of()));
          Loop limitLoop = new Loop()) {
        Wave wave = wave(loop, server);
        Wave limit = wave(limitLoop, yardstick);
        lab.progress()
            .say("%s, %s: warming up, %,d times", scenario, what, lab.sizes().warmUpSignIns());
        wave.run(lab.sizes().warmUpSignIns(), PATIENCE);
        limit.run(lab.sizes().warmUpSignIns(), PATIENCE);
        wave.takeLatencies();
        limit.takeLatencies();
        Duel duel = new Duel(server, load(wave), yardstick, load(limit));
        duel.fight(lab, scenario + ", " + what);
        return duel.result(scenario, what, Unit.CPU_PER_SIGN_IN).within(BUDGET);
      }
    }
  }

  private Wave wave(Loop loop, Measured program) {
    return new Wave(loop, program.address(), people, AT_ONCE, Wave.Then.LEAVE);
  }

  private static Stretch.Load load(Wave wave) {
    return time -> {
      int before = wave.done();
      wave.runFor(time, time.plus(PATIENCE));
      return new Stretch.Done(wave.done() - before, wave.takeLatencies());
    };
  }
}
