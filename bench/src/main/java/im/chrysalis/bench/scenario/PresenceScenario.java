package im.chrysalis.bench.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
import im.chrysalis.bench.load.Script;
import im.chrysalis.bench.process.AnswerScript;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Measured;
import im.chrysalis.bench.report.Budget;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.util.List;

/** One person changes status, many hear of it. */
final class PresenceScenario implements Scenario {
  private static final Budget BUDGET = new Budget.AtMost(6);

  @Override
  public String name() {
    return "presence";
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure, LoadFailed {
    Crowd crowd = lab.smallCrowd();
    try (Measured server = lab.server(crowd);
        Loop loop = new Loop()) {
      List<byte[]> answers =
          Answers.record(loop, server.address(), Script.withPassword(crowd.watcher(0)));
      try (Measured yardstick = lab.yardsticks().answers(script(crowd, answers));
          Loop limitLoop = new Loop()) {
        lab.progress().say("presence: signing in %,d watchers, warming up", crowd.watchers());
        Audience audience = new Audience(loop, server.address(), crowd);
        Audience limit = new Audience(limitLoop, yardstick.address(), crowd);
        audience.run(lab.sizes().warmUp());
        limit.run(lab.sizes().warmUp().dividedBy(4));
        Duel duel = new Duel(server, audience::run, yardstick, limit::run);
        duel.fight(lab, "presence");
        return List.of(
            duel.result(name(), crowd.watchers() + " watchers", Unit.CPU_PER_NOTIFICATION)
                .within(BUDGET));
      }
    }
  }

  private static AnswerScript script(Crowd crowd, List<byte[]> answers) {
    return new AnswerScript(
        answers,
        Audience.STATUSES.stream()
            .map(status ->
                new AnswerScript.Change(
                    Audience.change(status).getBytes(ISO_8859_1),
                    Audience.notification(crowd.star(), status)))
            .toList());
  }
}
