package im.chrysalis.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps measured programs and load on different cores while open. Programs are started before, so
 * that they size themselves for the whole machine.
 */
public final class Pinning implements AutoCloseable {
  private final Optional<String> everywhere;

  private Pinning(Optional<String> everywhere) {
    this.everywhere = everywhere;
  }

  /**
   * Puts the programs on the first core we may use and ourselves on the second. Does nothing where
   * there is only one, or no {@code taskset}.
   */
  public static Pinning apart(List<Measured> programs) throws CannotMeasure {
    List<Integer> cores = allowedCores();
    if (cores.size() < 2 || Command.find("taskset").isEmpty()) return new Pinning(Optional.empty());
    for (Measured program : programs) pin(program.pid(), cores.getFirst().toString());
    pin(ProcessHandle.current().pid(), cores.get(1).toString());
    return new Pinning(Optional.of(String.join(",", cores.stream().map(String::valueOf).toList())));
  }

  /** What a reader must know about where things ran. */
  public String note() {
    return everywhere.isPresent()
        ? "what is measured on one core, load on another"
        : "not pinned (needs taskset and two cores): load and server share cores";
  }

  /** Lets ourselves run everywhere again. */
  @Override
  public void close() throws CannotMeasure {
    if (everywhere.isPresent()) pin(ProcessHandle.current().pid(), everywhere.get());
  }

  private static void pin(long pid, String cores) throws CannotMeasure {
    try {
      Command.Outcome outcome =
          Command.run(List.of("taskset", "-a", "-c", "-p", cores, Long.toString(pid)));
      // a thread that ends while taskset walks through them is no failure
      if (outcome.exitCode() != 0 && !outcome.output().contains("No such process")) {
        throw new CannotMeasure("taskset failed: " + outcome.output());
      }
    } catch (IOException e) {
      throw new CannotMeasure("taskset does not run: " + e.getMessage(), e);
    }
  }

  /** Reads a list such as {@code 0-3,8}. */
  private static List<Integer> allowedCores() throws CannotMeasure {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) return List.of();
    List<Integer> cores = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(status)) {
        if (!line.startsWith("Cpus_allowed_list:")) continue;
        for (String range : line.substring(line.indexOf(':') + 1).strip().split(",")) {
          String[] ends = range.split("-");
          int last = Integer.parseInt(ends[ends.length - 1]);
          for (int core = Integer.parseInt(ends[0]); core <= last; core++) cores.add(core);
        }
      }
    } catch (IOException e) {
      throw new CannotMeasure("cannot read " + status + ": " + e.getMessage(), e);
    }
    return cores;
  }
}
