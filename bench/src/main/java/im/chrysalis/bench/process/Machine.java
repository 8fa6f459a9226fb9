package im.chrysalis.bench.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the figures were measured on. */
public final class Machine {
  private Machine() {}

  /** Names and values in reading order; what cannot be found out is said so. */
  public static Map<String, String> describe(Launcher launcher, String yardsticks) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("measured", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("commit", commit(launcher.home()));
    facts.put("cores", Runtime.getRuntime().availableProcessors() + cpuModel());
    facts.put(
        "kernel",
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")));
    facts.put(
        "jdk",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
    facts.put("yardsticks", yardsticks);
    facts.put("open files", String.valueOf(OpenFiles.limit()));
    facts.put("load before", loadBefore());
    return facts;
  }

  private static String loadBefore() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    if (load < 0) return "unknown";
    String figure = String.format(Locale.ROOT, "%.2f", load);
    return load > 0.5 ? figure + " (others use this machine: figures will be off)" : figure;
  }

  private static String commit(Path home) {
    try {
      Command.Outcome head =
          Command.run(List.of("git", "-C", home.toString(), "rev-parse", "--short=12", "HEAD"));
      if (head.exitCode() != 0) return "unknown (no repository)";
      Command.Outcome changes =
          Command.run(List.of("git", "-C", home.toString(), "status", "--porcelain"));
      return changes.output().isEmpty() ? head.output() : head.output() + " with local changes";
    } catch (IOException _) {
      return "unknown (no git)";
    }
  }

  private static String cpuModel() {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) return "";
    try {
      return Files.readAllLines(info).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> " × " + line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("");
    } catch (IOException _) {
      return "";
    }
  }
}
