package im.chrysalis.app;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.control.DataLock;
import im.chrysalis.app.control.Office;
import im.chrysalis.app.operate.Refused;
import im.chrysalis.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./chrysalis restore}. */
@Command(
    name = "restore",
    description = "Unpacks a backup into a data directory that has no accounts and no server.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin Place place = new Place();

  @Parameters(paramLabel = "FILE")
  Path file = Path.of("backup.zip");

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.exists(file)) {
      throw new Refused("there is no file " + file);
    }
    Configuration configuration = Configuration.of(place.data, place.sources(Choices.NONE).read());
    Optional<DataLock> lock = DataLock.take(place.data, DataLock.COMMAND);
    if (lock.isEmpty()) {
      throw new Refused(Office.inUse(place.data));
    }
    try (DataLock _ = lock.get()) {
      Store.restore(file, configuration.store());
      terminal.out().println(file + " restored into " + place.data);
      return 0;
    }
  }
}
