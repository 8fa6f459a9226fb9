package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.WebConnection;
import im.chrysalis.bench.process.CannotMeasure;
import im.chrysalis.bench.process.Launcher;
import im.chrysalis.bench.process.ServerProcess;
import im.chrysalis.bench.process.ServerProcess.Launch;
import im.chrysalis.bench.process.Yardsticks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Where scenarios get what they measure: servers with accounts in them, and yardsticks. */
public final class Lab {
  private final Launcher launcher;
  private final Yardsticks yardsticks;
  private final Path scratch;
  private final Sizes sizes;
  private final Progress progress;
  private final Map<Crowd, Path> stores = new HashMap<>();
  private int servers;

  /**
   * @param scratch an empty folder for stores and logs; the caller removes it
   */
  public Lab(
      Launcher launcher, Yardsticks yardsticks, Path scratch, Sizes sizes, Progress progress) {
    this.launcher = launcher;
    this.yardsticks = yardsticks;
    this.scratch = scratch;
    this.sizes = sizes;
    this.progress = progress;
  }

  Sizes sizes() {
    return sizes;
  }

  Progress progress() {
    return progress;
  }

  Yardsticks yardsticks() {
    return yardsticks;
  }

  /** The crowd of the scenarios that do not need thousands of connections; one store serves all. */
  Crowd smallCrowd() {
    return new Crowd(sizes.people(), 0, sizes.watchers());
  }

  /** Starts a server that knows this crowd. A crowd's store is made once and used again. */
  ServerProcess server(Crowd crowd) throws IOException, CannotMeasure {
    return server(crowd, Launch.AS_BUILT);
  }

  ServerProcess server(Crowd crowd, Launch launch) throws IOException, CannotMeasure {
    return start(store(crowd), launch);
  }

  private ServerProcess start(Path data, Launch launch) throws CannotMeasure {
    Path log = scratch.resolve("server-" + servers++ + ".log");
    return ServerProcess.start(launcher, launch, data, log);
  }

  private Path store(Crowd crowd) throws IOException, CannotMeasure {
    Path known = stores.get(crowd);
    if (known != null) return known;
    Path data = scratch.resolve("data-" + stores.size());
    Path file = scratch.resolve("accounts.jsonl");
    crowd.writeTo(file);
    int accounts = crowd.people() + crowd.watchers();
    progress.say("making %,d accounts with %d contacts each", accounts, crowd.contacts());
    launcher.importAccounts(file, data);
    Files.delete(file);
    makeCertificates(data);
    stores.put(crowd, data);
    return data;
  }

  /** A network makes them once in its life, in seconds: no measured server shall be at it. */
  private void makeCertificates(Path data) throws IOException, CannotMeasure {
    progress.say("making certificates");
    try (ServerProcess server = start(data, Launch.AS_BUILT);
        WebConnection web = WebConnection.plain(server.http())) {
      WebConnection.Answer answer = web.ask("GET /ca.pem HTTP/1.1\r\nHost: localhost\r\n\r\n");
      if (!answer.isOk()) {
        throw new CannotMeasure("no certificates: " + answer);
      }
    }
  }
}
