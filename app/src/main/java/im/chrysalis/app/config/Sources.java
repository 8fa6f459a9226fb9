package im.chrysalis.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where choices come from. The command line wins over the file.
 *
 * @param data the data directory
 * @param file the configuration file; absent: {@code chrysalis.toml} in the data directory, if
 *     there is one
 * @param commandLine what the command line says
 */
public record Sources(Path data, Optional<Path> file, Choices commandLine) {
  private static final String FILE = "chrysalis.toml";

  /**
   * Reads all of them, anew each time.
   *
   * @throws ConfigurationProblem when something is set that can't be
   */
  public Choices read() throws ConfigurationProblem {
    Path kept = data.resolve(FILE);
    Optional<Path> found = file.or(() -> Optional.of(kept).filter(Files::exists));
    Choices choices =
        found.isPresent() ? commandLine.over(ConfigurationFile.read(found.get())) : commandLine;
    if (TlsSettings.isHalf(choices)) {
      throw new ConfigurationProblem("tls.certificate and tls.key must be set together");
    }
    Optional<String> problem =
        RoleRules.problem(choices.of(Settings.ROLES), Neighbours.of(choices));
    if (problem.isPresent()) {
      throw new ConfigurationProblem(problem.get());
    }
    return choices;
  }
}
