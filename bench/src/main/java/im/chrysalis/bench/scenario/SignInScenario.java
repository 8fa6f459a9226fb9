package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Measured;
import im.chrysalis.bench.report.Result;
import java.io.IOException;
import java.util.List;

/** Signing in with MD5, from connecting to the answer of {@code CHG}, and leaving again. */
final class SignInScenario implements Scenario {
  @Override
  public String name() {
    return "sign-in";
  }

  @Override
  public List<Result> measure(Lab lab) throws IOException, CannotMeasure, LoadFailed {
    Crowd crowd = lab.smallCrowd();
    try (Measured server = lab.server(crowd)) {
      String what = ComingAndGoing.AT_ONCE + " at once";
      return List.of(new ComingAndGoing(name(), what, crowd::comer).measure(lab, server));
    }
  }
}
