package im.chrysalis.app;

import im.chrysalis.app.operate.ExportAccounts;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
      "The file has everybody's password hashes: only its owner may read it."
    },
    mixinStandardHelpOptions = true)
final class AccountExport implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "The file. Default: the output")
  Optional<Path> file = Optional.empty();

  AccountExport(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (file.isEmpty()) {
      Writer out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8);
      Desk.order(place, new ExportAccounts(), Reader.nullReader(), out);
      out.flush();
      return 0;
    }
    ExportAccounts.Total total;
    try (Writer out = forOwnerOnly(file.get())) {
      total = Desk.order(place, new ExportAccounts(), Reader.nullReader(), out);
    }
    terminal.out().println(total.accounts() + " accounts exported to " + file.get());
    return 0;
  }

  private static Writer forOwnerOnly(Path file) throws IOException {
    Writer out = Files.newBufferedWriter(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return out;
  }
}
