package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
import im.chrysalis.bench.load.Wave;
import im.chrysalis.bench.process.AnswerScript;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.FullCollection;
import im.chrysalis.bench.process.Measured;
import im.chrysalis.bench.process.OpenFiles;
import im.chrysalis.bench.process.ServerProcess;
import im.chrysalis.bench.report.Budget;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Rounds;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a signed-in connection costs in memory while nothing happens on it. */
final class IdleScenario implements Scenario {
  private static final Budget ALONE = new Budget.AtMost(4);
  private static final Budget WITH_CONTACTS = new Budget.AtMost(8);
  private static final int AT_ONCE = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration QUIET = Duration.ofMillis(500);

  /** Longer than a server waits before it gives memory back. */
  private static final Duration SETTLED = Duration.ofSeconds(6);

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure, LoadFailed {
    int connections = OpenFiles.connections(lab.sizes().connections());
    List<Result> results = new ArrayList<>();
    results.add(measure(lab, Crowd.of(connections), "no contacts", ALONE));
    int contacts = lab.sizes().contacts();
    results.add(
        measure(lab, new Crowd(connections, contacts, 0), contacts + " contacts", WITH_CONTACTS));
    return results;
  }

  private Result measure(Lab lab, Crowd crowd, String what, Budget budget)
      throws IOException, CannotMeasure, LoadFailed {
    List<byte[]> answers;
    Growth ours;
    try (ServerProcess server = lab.server(crowd)) {
      try (Loop loop = new Loop()) {
        answers = Answers.record(loop, server.address(), crowd.comer(0));
      }
      ours = fill(lab, crowd, what + ", server", server, () -> FullCollection.in(server.pid()));
    }
    Growth theirs;
    try (Measured yardstick = lab.yardsticks().answers(new AnswerScript(answers, List.of()))) {
      theirs = fill(lab, crowd, what + ", yardstick", yardstick, () -> {});
    }
    return Result.of(
            name(),
            "%,d × %s".formatted(crowd.people(), what),
            Unit.MEMORY_PER_CONNECTION,
            Rounds.once(ours.kilobytesEach(crowd.people())))
        .against(Rounds.once(theirs.kilobytesEach(crowd.people())))
        .within(budget)
        .resident(ours.after())
        .noting(notes(lab, crowd, ours));
  }

  /** Makes a program give back the memory it does not need. */
  private interface Collection {
    void run() throws CannotMeasure;
  }

  private record Growth(long before, long after) {
    double kilobytesEach(int connections) {
      return (after - before) / 1024.0 / connections;
    }
  }

  private static Growth fill(
      Lab lab, Crowd crowd, String what, Measured program, Collection collection)
      throws IOException, CannotMeasure, LoadFailed {
    try (Loop loop = new Loop()) {
      lab.progress().say("idle, %s: warming up", what);
      new Wave(loop, program.address(), crowd::comer, ComingAndGoing.AT_ONCE, Wave.Then.LEAVE)
          .run(lab.sizes().warmUpSignIns(), PATIENCE);
      long before = needed(loop, program, collection);
      lab.progress().say("idle, %s: opening %,d connections", what, crowd.people());
      new Wave(loop, program.address(), crowd::comer, AT_ONCE, Wave.Then.STAY)
          .run(crowd.people(), PATIENCE);
      // the last notifications are still being written when the last person is in
      loop.runFor(QUIET);
      return new Growth(before, needed(loop, program, collection));
    }
  }

  /** What stays resident: a program gives memory back in pieces, for a while after a collection. */
  private static long needed(Loop loop, Measured program, Collection collection)
      throws IOException, CannotMeasure, LoadFailed {
    collection.run();
    long least = program.meter().residentBytes();
    long since = System.nanoTime();
    while (System.nanoTime() - since < SETTLED.toNanos()) {
      loop.runFor(QUIET);
      long now = program.meter().residentBytes();
      if (now < least) {
        least = now;
        since = System.nanoTime();
      }
    }
    return least;
  }

  private static List<String> notes(Lab lab, Crowd crowd, Growth growth) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "RSS %,d MB before, %,d MB after, each after a full collection"
            .formatted(growth.before() >> 20, growth.after() >> 20));
    int wanted = lab.sizes().connections();
    if (crowd.people() < wanted) {
      notes.add(
          "only %,d of %,d connections: ulimit -n is %,d"
              .formatted(crowd.people(), wanted, OpenFiles.limit()));
    }
    return notes;
  }
}
