package im.chrysalis.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many files, and so connections, a process may hold open: {@code ulimit -n}. */
public final class OpenFiles {
  /** What a server needs beside its connections: libraries, store, listeners, and some to spare. */
  private static final int RESERVED = 600;

  private OpenFiles() {}

  /**
   * How many of the wanted connections one process can hold. Child processes inherit our limit,
   * which the JVM raises to the hard one when it starts.
   */
  public static int connections(int wanted) {
    return Math.min(wanted, Math.max(1, limit() - RESERVED));
  }

  /** The limit in force in this process; where it cannot be read, no limit is assumed. */
  public static int limit() {
    Path limits = Path.of("/proc/self/limits");
    if (!Files.isReadable(limits)) return Integer.MAX_VALUE;
    try {
      return Files.readAllLines(limits).stream()
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.substring("Max open files".length()).strip().split(" +")[0])
          .filter(figure -> !figure.equals("unlimited"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(Integer.MAX_VALUE);
    } catch (IOException _) {
      return Integer.MAX_VALUE;
    }
  }
}
