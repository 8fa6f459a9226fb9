package im.chrysalis.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes another JVM collect its garbage, so that what stays resident is what it needs. */
public final class FullCollection {
  private FullCollection() {}

  /** Runs a full collection in the process and waits for its end. */
  public static void in(long pid) throws CannotMeasure {
    Path ours = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Path jcmd =
        Files.isExecutable(ours)
            ? ours
            : Command.find("jcmd")
                .orElseThrow(() ->
                    new CannotMeasure(
                        "no jcmd, neither in "
                            + ours.getParent()
                            + " nor on PATH: a JDK is needed, not only a Java runtime"));
    try {
      Command.Outcome outcome = Command.run(List.of(jcmd.toString(), Long.toString(pid), "GC.run"));
      if (outcome.exitCode() != 0) {
        throw new CannotMeasure("jcmd could not start a collection: " + outcome.output());
      }
    } catch (IOException e) {
      throw new CannotMeasure("jcmd does not run: " + e.getMessage(), e);
    }
  }
}
