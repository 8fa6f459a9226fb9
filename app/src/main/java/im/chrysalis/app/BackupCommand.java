package im.chrysalis.app;

import im.chrysalis.app.operate.BackUp;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./chrysalis backup}. */
@Command(
    name = "backup",
    description = {
      "Writes a copy of everything that is kept into one file, also while the server runs.",
      "Whoever has the file has everybody's secrets."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "FILE")
  Path file = Path.of("backup.zip");

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    BackUp.Done done = Desk.order(place, new BackUp(file.toAbsolutePath().toString()));
    terminal.out().println("backup written to " + done.file());
    return 0;
  }
}
