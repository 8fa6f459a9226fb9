package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
import im.chrysalis.bench.process.AnswerScript;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Measured;
import im.chrysalis.bench.process.OpenFiles;
import im.chrysalis.bench.report.Budget;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Rounds;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All accounts come back at once to a server that has just been started again. */
final class StormScenario implements Scenario {
  private static final Budget BUDGET = new Budget.AtLeast(1_000);

  @Override
  public String name() {
    return "storm";
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure, LoadFailed {
    int people = OpenFiles.connections(lab.sizes().connections());
    return List.of(
        measure(lab, Crowd.of(people), "no contacts"),
        measure(
            lab,
            new Crowd(people, lab.sizes().contacts(), 0),
            lab.sizes().contacts() + " contacts"));
  }

  private Result measure(Lab lab, Crowd crowd, String what)
      throws IOException, CannotMeasure, LoadFailed {
    Rush ours;
    double cpuEach;
    long resident;
    try (Measured server = lab.server(crowd);
        Loop loop = new Loop()) {
      lab.progress().say("storm, %s: %,d people come back", what, crowd.people());
      ours = new Rush(loop, server.address(), crowd);
      ours.run();
      cpuEach = server.meter().cpu().toNanos() / 1e6 / ours.online();
      resident = server.meter().residentBytes();
      lab.progress().say("storm, %s: %,.0f sign-ins/s", what, ours.perSecond());
    }
    List<String> notes = new ArrayList<>(ours.notes());
    notes.add("%.2f ms CPU each, start and warm-up included".formatted(cpuEach));
    Rush theirs;
    try (Measured yardstick =
            lab.yardsticks().answers(new AnswerScript(ours.answers(), List.of()));
        Loop loop = new Loop()) {
      theirs = new Rush(loop, yardstick.address(), crowd);
      theirs.run();
    }
    return Result.of(
            name(),
            "%,d × %s".formatted(crowd.people(), what),
            Unit.SIGN_INS_PER_SECOND,
            Rounds.once(ours.perSecond()))
        .against(Rounds.once(theirs.perSecond()))
        .within(BUDGET)
        .taking(ours.latencies(), Optional.of(theirs.latencies()))
        .resident(resident)
        .noting(notes);
  }
}
