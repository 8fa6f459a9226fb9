package im.chrysalis.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Reads what one process has used so far, from {@code /proc}; only Linux has that. */
public final class ProcessMeter {
  // USER_HZ, the same on every Linux that runs a JDK
  private static final long TICKS_PER_SECOND = 100;

  // places in /proc/PID/stat, counted behind the closing parenthesis of the name
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private final Path proc;

  private ProcessMeter(Path proc) {
    this.proc = proc;
  }

  /** A meter for a running process. */
  public static ProcessMeter of(long pid) throws CannotMeasure {
    Path proc = Path.of("/proc", Long.toString(pid));
    if (!Files.isReadable(proc.resolve("stat"))) {
      throw new CannotMeasure(
          Files.isDirectory(Path.of("/proc/self"))
              ? "process " + pid + " is not there any more"
              : "CPU and memory of another process are read from /proc, which "
                  + System.getProperty("os.name")
                  + " does not have");
    }
    return new ProcessMeter(proc);
  }

  /** User and system time of all threads, ended ones too, in steps of 10 ms. */
  public Duration cpu() throws CannotMeasure {
    String[] stat = stat();
    return ticks(stat, USER).plus(ticks(stat, SYSTEM));
  }

  /** Like {@link #cpu}, with the child processes it has waited for. */
  public Duration cpuWithChildren() throws CannotMeasure {
    String[] stat = stat();
    return cpu().plus(ticks(stat, CHILDREN_USER)).plus(ticks(stat, CHILDREN_SYSTEM));
  }

  /** Resident memory in bytes. The kernel's socket buffers do not count here. */
  public long residentBytes() throws CannotMeasure {
    // smaps_rollup counts pages; the figure in status may lag behind
    Path rollup = proc.resolve("smaps_rollup");
    return Files.isReadable(rollup)
        ? kilobytes(rollup, "Rss:") * 1024
        : kilobytes(proc.resolve("status"), "VmRSS:") * 1024;
  }

  /** The words the process was started with, a zero character behind each. */
  String commandLine() throws CannotMeasure {
    return String.join("\n", lines(proc.resolve("cmdline")));
  }

  private String[] stat() throws CannotMeasure {
    String line = lines(proc.resolve("stat")).getFirst();
    return line.substring(line.lastIndexOf(')') + 2).split(" ");
  }

  private static Duration ticks(String[] stat, int place) {
    return Duration.ofMillis(Long.parseLong(stat[place]) * 1000 / TICKS_PER_SECOND);
  }

  private static long kilobytes(Path file, String name) throws CannotMeasure {
    for (String line : lines(file)) {
      if (line.startsWith(name)) return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
    throw new CannotMeasure(file + " has no line " + name);
  }

  private static List<String> lines(Path file) throws CannotMeasure {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new CannotMeasure("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
