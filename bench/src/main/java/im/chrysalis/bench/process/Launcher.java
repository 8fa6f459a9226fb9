package im.chrysalis.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The program that users start.
 *
 * @param home the folder it stands in
 * @param program the launcher itself
 * @param configuration handed to every server it starts
 */
public record Launcher(Path home, Path program, Optional<Path> configuration) {

  /** Keeps the launcher from building and from preparing later starts. */
  static final Map<String, String> NOTHING_ELSE = Map.of("CHRYSALIS_NO_BUILD", "1");

  /**
   * Finds the launcher in the folder named by the system property {@code chrysalis.home}, by
   * default the current one.
   */
  public static Launcher find(Optional<Path> configuration) throws CannotMeasure {
    Path home = Path.of(System.getProperty("chrysalis.home", "")).toAbsolutePath().normalize();
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    Path program = home.resolve(windows ? "chrysalis.cmd" : "chrysalis");
    if (!Files.isExecutable(program)) {
      throw new CannotMeasure(
          "no launcher at "
              + program
              + ": start from the folder that holds it, or name that folder with"
              + " -Dchrysalis.home=FOLDER");
    }
    return new Launcher(home, program, configuration);
  }

  /** Makes the accounts of a file, in a data folder without a running server. */
  public void importAccounts(Path file, Path data) throws CannotMeasure {
    List<String> command = command("account", "import", file.toString());
    command.addAll(List.of("--test-hashes", "--data", data.toString()));
    try {
      Command.Outcome outcome = Command.run(command, NOTHING_ELSE);
      if (outcome.exitCode() != 0) {
        throw new CannotMeasure(
            "accounts could not be imported (exit "
                + outcome.exitCode()
                + "): "
                + outcome.output());
      }
    } catch (IOException e) {
      throw new CannotMeasure("accounts could not be imported: " + e.getMessage(), e);
    }
  }

  /** The words of a command line that begins with the launcher. */
  List<String> command(String... words) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(List.of(words));
    return command;
  }
}
