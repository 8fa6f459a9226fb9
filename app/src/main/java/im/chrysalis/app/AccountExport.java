package im.chrysalis.app;

import im.chrysalis.app.operate.ExportAccounts;
import im.chrysalis.app.operate.Refused;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./chrysalis account export}. */
@Command(
    name = "export",
    description = {
      "Writes every account as an import reads it.",
      "The file has everybody's secrets: only its owner may read it."
    },
    mixinStandardHelpOptions = true)
final class AccountExport implements Callable<Integer> {
  private static final Path OUTPUT = Path.of("-");

  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The file. Default, and -: the output")
  Optional<Path> file = Optional.empty();

  AccountExport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (file.isEmpty() || file.get().equals(OUTPUT)) {
      export(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
      return 0;
    }
    long total = exportTo(file.get());
    terminal.out().println(total + " accounts exported to " + file.get());
    return 0;
  }

  private long export(Writer out) throws Exception {
    return Desk.order(place, new ExportAccounts(), Reader.nullReader(), out).accounts();
  }

  /** An older file stays until the new one is whole. */
  private long exportTo(Path wanted) throws Exception {
    Path target = Files.exists(wanted) ? wanted.toRealPath() : wanted.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new Refused("there is no directory for " + wanted);
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (Writer out = Files.newBufferedWriter(target)) { // a pipe or a device
        return export(out);
      }
    }
    Path fresh = Files.createTempFile(directory, ".chrysalis-export-", ""); // for the owner only
    try {
      long total;
      try (Writer out = Files.newBufferedWriter(fresh)) {
        total = export(out);
      }
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
      return total;
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
