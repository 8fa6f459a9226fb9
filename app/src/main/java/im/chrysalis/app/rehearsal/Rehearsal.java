package im.chrysalis.app.rehearsal;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Sources;
import im.chrysalis.app.control.Office;
import im.chrysalis.app.operate.Exchange;
import im.chrysalis.app.operate.ImportAccounts;
import im.chrysalis.net.tls.ServerTls;
import im.chrysalis.net.tls.TlsOptions;
import im.chrysalis.wire.dialect.Dialect;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * Guests for the server from which the launcher makes the start cache. Java keeps in it which
 * methods were called how often and with what, so that a server compiles what matters at once and
 * not after some thousand people have signed in.
 *
 * <p>What is only done at a network's first start is done before, so that what serves only that is
 * not in the cache.
 */
public final class Rehearsal {
  /** Each pair with a version of its own; what most clients that are still used speak. */
  private static final List<Dialect> PLAYED =
      List.of(Dialect.MSNP7, Dialect.MSNP9, Dialect.MSNP12, Dialect.MSNP15, Dialect.MSNP18);

  private static final int MEETINGS = 300;

  private Rehearsal() {}

  /**
   * {@code DATA} makes a network's accounts and certificates; {@code DATA FILE} comes to the server
   * that runs on it, which has printed into the file where it listens.
   */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    if (arguments.length == 1) {
      prepare(data);
    } else {
      play(Stage.of(data, Path.of(arguments[1])));
    }
  }

  private static void prepare(Path data) throws Exception {
    Sources sources = new Sources(data, Optional.empty(), Choices.NONE);
    String accounts = PLAYED.stream().map(Couple::accounts).collect(Collectors.joining());
    try (Office office = Office.open(sources)) {
      office.carryOut(
          new ImportAccounts(false, true),
          Exchange.of(new StringReader(accounts), Writer.nullWriter()));
    }
    Configuration configuration = Configuration.of(data, sources.read());
    TlsOptions options = configuration.tls().options(data, configuration.advertised().general());
    try (ServerTls tls = new ServerTls(options, Runnable::run, Instant::now)) {
      tls.authority().toCompletableFuture().join();
    }
  }

  private static void play(Stage stage) throws Exception {
    try (ExecutorService players = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> playing = new ArrayList<>();
      for (Dialect dialect : PLAYED) {
        playing.add(players.submit(() -> new Couple(stage, dialect).meet(MEETINGS)));
      }
      for (Future<?> play : playing) {
        play.get();
      }
    }
  }
}
