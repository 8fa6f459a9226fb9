package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.Account;
import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
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

/** Signing in with MD5, from connecting to the answer of {@code CHG}, and leaving again. */
final class SignInScenario implements Scenario {
  static final int AT_ONCE = 8;
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Budget BUDGET = new Budget.AtMost(300);

  @Override
  public String name() {
    return "sign-in";
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure, LoadFailed {
    Crowd crowd = lab.smallCrowd();
    try (Measured server = lab.server(crowd);
        Loop loop = new Loop()) {
      List<byte[]> answers = Answers.record(loop, server.address(), crowd.person(0));
      try (Measured yardstick = lab.yardsticks().answers(new AnswerScript(answers, List.of()));
          Loop limitLoop = new Loop()) {
        IntFunction<Account> accounts = crowd::person;
        Wave wave = new Wave(loop, server.address(), accounts, AT_ONCE, Wave.Then.LEAVE);
        Wave limit = new Wave(limitLoop, yardstick.address(), accounts, AT_ONCE, Wave.Then.LEAVE);
        lab.progress().say("sign-in: warming up, %,d times", lab.sizes().warmUpSignIns());
        wave.run(lab.sizes().warmUpSignIns(), PATIENCE);
        limit.run(lab.sizes().warmUpSignIns(), PATIENCE);
        wave.takeLatencies();
        limit.takeLatencies();
        Duel duel = new Duel(server, load(wave), yardstick, load(limit));
        duel.fight(lab, "sign-in");
        return List.of(
            duel.result(name(), AT_ONCE + " at once", Unit.CPU_PER_SIGN_IN).within(BUDGET));
      }
    }
  }

  private static Stretch.Load load(Wave wave) {
    return time -> {
      int before = wave.done();
      wave.runFor(time, time.plus(PATIENCE));
      return new Stretch.Done(wave.done() - before, wave.takeLatencies());
    };
  }
}
