package im.chrysalis.bench.scenario;

import java.io.PrintStream;
import java.util.Locale;

/** Tells whoever waits what is going on, with the seconds since the start. */
public final class Progress {
  private final PrintStream out;
  private final long begun = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  void say(String format, Object... values) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds, String.format(Locale.ROOT, format, values));
  }
}
