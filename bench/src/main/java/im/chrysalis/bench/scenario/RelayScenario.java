package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.Conversation;
import im.chrysalis.bench.load.Ferry;
import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Measured;
import im.chrysalis.bench.process.Pinning;
import im.chrysalis.bench.report.Budget;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A switchboard message of 200 bytes from one member to the other. */
final class RelayScenario implements Scenario {
  private static final Budget BUDGET = new Budget.TimesYardstick(1.6);
  private static final List<Integer> IN_FLIGHT = List.of(1, 16);

  @Override
  public String name() {
    return "relay";
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure, LoadFailed {
    Crowd crowd = lab.smallCrowd();
    try (Measured server = lab.server(crowd);
        Loop loop = new Loop();
        Conversation conversation =
            Conversation.open(loop, server.address(), crowd.person(0), crowd.person(1));
        Ferry ferry = new Ferry(conversation.host(), conversation.guest());
        Measured yardstick = lab.yardsticks().relay(ferry.sender());
        SocketChannel limitFrom = SocketChannel.open(yardstick.address());
        SocketChannel limitTo = SocketChannel.open(yardstick.address());
        Ferry limitFerry = new Ferry(limitFrom, limitTo);
        Pinning pinning = Pinning.apart(List.of(server, yardstick))) {
      List<Result> results = new ArrayList<>();
      for (int inFlight : IN_FLIGHT) {
        String what = inFlight + " in flight";
        lab.progress().say("relay, %s: warming up", what);
        ferry.run(inFlight, lab.sizes().warmUp());
        limitFerry.run(inFlight, lab.sizes().warmUp().dividedBy(4));
        Duel duel =
            new Duel(
                server,
                time -> {
                  loop.runOnce();
                  return done(ferry.run(inFlight, time));
                },
                yardstick,
                time -> done(limitFerry.run(inFlight, time)));
        duel.fight(lab, "relay, " + what);
        results.add(
            duel.result(name(), what, Unit.CPU_PER_MESSAGE)
                .within(BUDGET)
                .noting(List.of(pinning.note())));
      }
      return results;
    }
  }

  static Stretch.Done done(Ferry.Passage passage) {
    return new Stretch.Done(passage.messages(), passage.latencies());
  }
}
