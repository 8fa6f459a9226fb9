package im.chrysalis.testkit;

import im.chrysalis.testkit.Step.ServerRole;
import im.chrysalis.testkit.Step.Speaker;
import im.chrysalis.testkit.Step.Where;
import im.chrysalis.testkit.Template.Extent;
import im.chrysalis.testkit.Template.Unfilled;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays one transcript once: acts for the people in it, and compares what the server says. */
final class Player implements AutoCloseable {
  private static final String INDENT = "    ";

  private final Transcript script;
  private final Network network;
  private final Captures captures;
  private final Connections connections = new Connections();

  Player(Transcript script, Network network) {
    this.script = script;
    this.network = network;
    this.captures = new Captures(network);
    for (ServerRole role : ServerRole.values()) {
      captures.put(role.word(), hostAndPort(address(role)), "the network");
    }
  }

  void play() {
    new SceneSetter(script, network, connections, captures).set();
    List<Step> steps = script.steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Receive first && first.anyOrder()) {
        List<Step.Receive> together = neighbours(steps.subList(i, steps.size()), first);
        receiveInAnyOrder(together);
        i += together.size() - 1;
      } else {
        perform(steps.get(i));
      }
    }
    expectSilenceAtTheEnd();
  }

  private void perform(Step step) {
    try {
      switch (step) {
        case Step.Connect it -> connections.open(it.speaker(), place(it.where()));
        case Step.HangUp it -> connections.take(it.speaker()).close();
        case Step.SendNoMore it -> connections.of(it.speaker()).sendNoMore();
        case Step.Send it -> send(it);
        case Step.SendBytes it -> connections.of(it.speaker()).send(it.bytes().filled(captures, 0));
        case Step.Receive it -> receive(it);
        case Step.ReceiveNothing it -> receiveNothing(it);
        case Step.ReceiveClosed it -> receiveClosed(it);
        case Step.TimePasses it -> network.passTime(it.time());
        case Step.ShutDown _ -> network.shutDown();
      }
    } catch (IOException e) {
      throw new TranscriptFailure(script.at(step.line()), "the connection failed: " + e, e);
    } catch (Unfilled | Connections.Missing e) {
      throw failure(step, e.text());
    }
  }

  private void send(Step.Send it) throws IOException, Unfilled, Connections.Missing {
    String payload = it.payload().filled(captures, 0);
    String line = it.command().filled(captures, payload.length());
    connections.of(it.speaker()).send(line + "\r\n" + payload);
  }

  private void receive(Step.Receive it) throws Unfilled, Connections.Missing {
    Arrival arrival = connections.of(it.speaker()).next();
    if (arrival instanceof Arrival.Command(Frame frame)) {
      var found = match(it, frame);
      if (found.isPresent()) {
        keep(it, found.get());
        return;
      }
    }
    throw failure(it, it.speaker() + " should have received\n" + expected(it) + but(arrival));
  }

  private void receiveInAnyOrder(List<Step.Receive> together) {
    List<Step.Receive> missing = new ArrayList<>(together);
    try {
      while (!missing.isEmpty()) {
        Arrival arrival = connections.of(missing.getFirst().speaker()).next();
        Step.Receive met = first(missing, arrival);
        missing.remove(met);
      }
    } catch (Unfilled | Connections.Missing e) {
      throw failure(missing.getFirst(), e.text());
    }
  }

  private Step.Receive first(List<Step.Receive> missing, Arrival arrival) throws Unfilled {
    if (arrival instanceof Arrival.Command(Frame frame)) {
      for (Step.Receive it : missing) {
        var found = match(it, frame);
        if (found.isPresent()) {
          keep(it, found.get());
          return it;
        }
      }
    }
    var expected = new StringBuilder();
    missing.forEach(it -> expected.append(expected(it)));
    throw failure(
        missing.getFirst(),
        missing.getFirst().speaker()
            + " should have received"
            + (missing.size() > 1 ? ", in any order,\n" : "\n")
            + expected
            + but(arrival));
  }

  private Optional<Map<String, String>> match(Step.Receive it, Frame frame) throws Unfilled {
    var inLine = it.command().match(frame.line(), captures, Extent.LINE);
    if (inLine.isEmpty() || it.payload().isEmpty()) {
      return inLine;
    }
    // a name new in the line may stand in the payload too
    var both = captures.with(inLine.get(), script.at(it.line()));
    return it.payload()
        .match(frame.payload(), both, Extent.PAYLOAD)
        .map(inPayload -> {
          inPayload.putAll(inLine.get());
          return inPayload;
        });
  }

  private void keep(Step it, Map<String, String> found) {
    found.forEach((name, bytes) -> captures.put(name, bytes, script.at(it.line())));
  }

  private void receiveNothing(Step.ReceiveNothing it) throws Connections.Missing {
    Connection connection = connections.of(it.speaker());
    if (connection.stage() == Connection.Stage.GREETING) {
      throw failure(
          it,
          it.speaker()
              + " has not signed in there, and no round trip can prove that nothing came:"
              + " the next line that they receive will");
    }
    // what others have sent must have had its effect before this one's round trip
    connections.open().values().stream()
        .filter(other -> other != connection)
        .forEach(RoundTrip::pass);
    network.settle();
    expectSilence(it.line(), it.speaker(), connection);
  }

  private void expectSilenceAtTheEnd() {
    if (connections.open().isEmpty()) {
      return;
    }
    int line = script.steps().getLast().line();
    connections.open().values().forEach(RoundTrip::pass);
    network.settle();
    connections.open().forEach((speaker, connection) -> expectSilence(line, speaker, connection));
  }

  private void expectSilence(int line, Speaker speaker, Connection connection) {
    RoundTrip.unexpectedOn(connection)
        .ifPresent(arrival -> {
          throw new TranscriptFailure(
              script.at(line), speaker + " should have received nothing, " + but(arrival));
        });
  }

  private void receiveClosed(Step.ReceiveClosed it) throws IOException, Connections.Missing {
    Arrival arrival = connections.of(it.speaker()).next();
    if (!(arrival instanceof Arrival.Closed(String unfinished)) || !unfinished.isEmpty()) {
      throw failure(it, it.speaker() + "'s connection should have been closed, " + but(arrival));
    }
    connections.take(it.speaker()).close();
  }

  private InetSocketAddress place(Where where) throws Unfilled {
    return switch (where) {
      case Where.Role(ServerRole role) -> address(role);
      case Where.Referred(Template address) -> {
        String text = address.filled(captures, 0);
        int colon = text.lastIndexOf(':');
        if (colon < 0 || !text.substring(colon + 1).matches("\\d{1,5}")) {
          throw new Unfilled(Bytes.shown(text) + " is no host:port to connect to");
        }
        yield new InetSocketAddress(
            text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
      }
    };
  }

  private InetSocketAddress address(ServerRole role) {
    return switch (role) {
      case DISPATCH -> network.dispatch();
      case NOTIFICATION -> network.notification();
      case SWITCHBOARD -> network.switchboard();
    };
  }

  private static String hostAndPort(InetSocketAddress address) {
    return address.getAddress().getHostAddress() + ":" + address.getPort();
  }

  /** The steps at the start of the list that may come in any order together with the first. */
  private static List<Step.Receive> neighbours(List<Step> steps, Step.Receive first) {
    return steps.stream()
        .takeWhile(step ->
            step instanceof Step.Receive it
                && it.anyOrder()
                && it.speaker().equals(first.speaker()))
        .map(Step.Receive.class::cast)
        .toList();
  }

  private String expected(Step.Receive it) {
    String line = INDENT + it.command().shown(captures) + "\n";
    if (it.payload().isEmpty()) {
      return line;
    }
    String payload = it.payload().shown(captures).replace("\\r\\n", "\n" + INDENT + INDENT);
    return (line + INDENT + INDENT + payload + "\n").replaceAll("(?m)^ +$", "");
  }

  private static String but(Arrival arrival) {
    return "but " + arrival.told(INDENT);
  }

  private TranscriptFailure failure(Step step, String message) {
    return new TranscriptFailure(script.at(step.line()), message);
  }

  @Override
  public void close() {
    connections.close();
  }
}
