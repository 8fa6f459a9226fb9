package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.load.Passport;
import im.chrysalis.bench.load.WebConnection;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.ServerProcess;
import im.chrysalis.bench.report.Result;
import im.chrysalis.bench.report.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** People who fetch tickets one after the other, on one connection and on one each. */
final class Fetching {
  private static final String NOTE = "passwords were imported with --test-hashes";

  private final String scenario;
  private final Passport office;
  private final Crowd crowd;
  private int next;

  Fetching(String scenario, Passport office, Crowd crowd) {
    this.scenario = scenario;
    this.office = office;
    this.crowd = crowd;
  }

  List<Result> measure(Lab lab, ServerProcess server)
      throws IOException, CannotMeasure, LoadFailed {
    List<Result> results = new ArrayList<>();
    try (WebConnection web = WebConnection.secure(server.https())) {
      results.add(row(lab, server, "kept open", Repeated.of(() -> fetch(web))));
    }
    results.add(row(lab, server, "new TLS", Repeated.of(() -> fetchAnew(server))));
    return results;
  }

  private Result row(Lab lab, ServerProcess server, String what, Stretch.Load load)
      throws IOException, CannotMeasure, LoadFailed {
    String title = office.path() + ", " + what;
    lab.progress().say("%s, %s: warming up", scenario, title);
    load.run(lab.sizes().warmUp());
    return new Solo(server, load)
        .measure(lab, scenario, title, Unit.CPU_PER_TICKET)
        .noting(List.of(NOTE));
  }

  private void fetchAnew(ServerProcess server) throws IOException, LoadFailed {
    try (WebConnection web = WebConnection.secure(server.https())) {
      fetch(web);
    }
  }

  private void fetch(WebConnection web) throws IOException, LoadFailed {
    office.fetch(web, crowd.person(next++));
  }
}
