package im.chrysalis.app;

import im.chrysalis.app.operate.ImportAccounts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./chrysalis account import}. */
@Command(
    name = "import",
    description = {
      "Makes accounts and their lists, one JSON object a line; all of them or, when a line is bad,"
          + " none."
    },
    mixinStandardHelpOptions = true)
final class AccountImport implements Callable<Integer> {
  private static final String INPUT = "-";

  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "FILE", description = "The file; - is the input.")
  String file = INPUT;

  @Option(names = "--skip-bad", description = "Imports the good lines when some are bad.")
  boolean skipBad;

  @Option(
      names = "--test-hashes",
      description = "Makes password hashes that protect nobody, for benchmarks only.")
  boolean testHashes;

  AccountImport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (testHashes) {
      terminal
          .err()
          .println("WARNING: --test-hashes: whoever sees these hashes knows the passwords");
    }
    ImportAccounts.Done done;
    try (Reader lines = lines()) {
      done = Desk.order(place, new ImportAccounts(skipBad, testHashes), lines, new StringWriter());
    }
    done.complaints().forEach(terminal.err()::println);
    if (done.bad() > done.complaints().size()) {
      terminal.err().println((done.bad() - done.complaints().size()) + " more bad lines");
    }
    terminal.out().println(done.imported() + " accounts imported, " + done.bad() + " bad lines");
    return done.bad() == 0 ? 0 : 1;
  }

  /** Both fail on what is not UTF-8, rather than import names that nobody has. */
  private Reader lines() throws IOException {
    return file.equals(INPUT)
        ? new InputStreamReader(terminal.in(), StandardCharsets.UTF_8.newDecoder())
        : Files.newBufferedReader(Path.of(file));
  }
}
