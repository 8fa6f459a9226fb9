package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.Conversation;
import im.chrysalis.bench.load.Ferry;
import im.chrysalis.bench.load.GatewayConversation;
import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Loop;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Pinning;
import im.chrysalis.bench.process.ServerProcess;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * What those cost who reach the server through HTTP: a poll, and a message of 200 bytes from one to
 * the other.
 */
final class GatewayScenario implements Scenario {
  private static final String POLL = "poll";
  private static final String MESSAGE = "1 in flight";

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure, LoadFailed {
    Crowd crowd = lab.smallCrowd();
    try (ServerProcess server = lab.server(crowd);
        Loop loop = new Loop();
        GatewayConversation through =
            GatewayConversation.open(
                loop, server.address(), server.http(), crowd.person(0), crowd.person(1));
        Conversation beside =
            Conversation.open(loop, server.address(), crowd.person(2), crowd.person(3));
        Ferry ferry = new Ferry(beside.host(), beside.guest());
        Pinning pinning = Pinning.apart(List.of(server))) {
      return List.of(
          polls(lab, server, awake(loop, Repeated.of(through::poll))).noting(notes(pinning)),
          messages(
                  lab,
                  server,
                  awake(loop, Repeated.of(through::pass)),
                  awake(loop, time -> RelayScenario.done(ferry.run(1, time))))
              .noting(notes(pinning, "in place of a yardstick the same message over two sockets")));
    }
  }

  private Result polls(Lab lab, ServerProcess server, Stretch.Load load)
      throws IOException, CannotMeasure, LoadFailed {
    lab.progress().say("gateway, %s: warming up", POLL);
    load.run(lab.sizes().warmUp());
    return new Solo(server, load).measure(lab, name(), POLL, Unit.CPU_PER_POLL);
  }

  private Result messages(Lab lab, ServerProcess server, Stretch.Load through, Stretch.Load beside)
      throws IOException, CannotMeasure, LoadFailed {
    lab.progress().say("gateway, %s: warming up", MESSAGE);
    through.run(lab.sizes().warmUp());
    beside.run(lab.sizes().warmUp());
    Duel duel = new Duel(server, through, server, beside);
    duel.fight(lab, name() + ", " + MESSAGE);
    return duel.result(name(), MESSAGE, Unit.CPU_PER_MESSAGE);
  }

  /** Lets the notification connections say what they have to before each turn. */
  private static Stretch.Load awake(Loop loop, Stretch.Load load) {
    return time -> {
      loop.runOnce();
      return load.run(time);
    };
  }

  private static List<String> notes(Pinning pinning, String... more) {
    return Stream.concat(Stream.of(more), Stream.of(pinning.note())).toList();
  }
}
