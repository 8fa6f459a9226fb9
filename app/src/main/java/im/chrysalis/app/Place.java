package im.chrysalis.app;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Sources;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of every command: on which network it works. */
final class Place {
  static final Path NORMAL = Path.of("data");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "The data directory, made when missing. Default: data")
  Path data = NORMAL;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration file. Default: chrysalis.toml in the data directory, if it is there.")
  Optional<Path> config = Optional.empty();

  Sources sources(Choices commandLine) {
    return new Sources(data, config, commandLine);
  }
}
