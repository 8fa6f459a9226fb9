package im.chrysalis.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./chrysalis config}: the configuration file with every option and its default. */
@Command(
    name = "config",
    description = "Prints the configuration file with every option and its default.",
    mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
  private static final String FILE = "/im/chrysalis/app/chrysalis.toml";

  private final Terminal terminal;

  /** Every command takes these options; the file is the same wherever it will be put. */
  @Mixin Place place = new Place();

  ConfigCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (InputStream in = ConfigCommand.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FILE);
      }
      in.transferTo(terminal.out());
      terminal.out().flush();
      return 0;
    }
  }
}
