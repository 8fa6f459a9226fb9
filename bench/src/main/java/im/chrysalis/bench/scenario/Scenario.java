package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.report.Result;
import java.io.IOException;
import java.util.List;

/** Something that is measured. */
public interface Scenario {
  /** The name on the command line. */
  String name();

  /**
   * Measures.
   *
   * @throws CannotMeasure when this machine does not allow it
   * @throws LoadFailed when the server does not do what it must
   */
  List<Result> measure(Lab lab) throws IOException, CannotMeasure, LoadFailed;

  /**
   * All there are, in the order of a run that measures everything: the noisy and long ones last.
   */
  static List<Scenario> all() {
    return List.of(
        new StartScenario(),
        new RelayScenario(),
        new GatewayScenario(),
        new SignInScenario(),
        TicketScenario.ticket(),
        TicketScenario.sso(),
        new PresenceScenario(),
        new IdleScenario(),
        new StormScenario());
  }
}
