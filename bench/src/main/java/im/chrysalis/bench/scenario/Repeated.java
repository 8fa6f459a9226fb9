package im.chrysalis.bench.scenario;

import im.chrysalis.bench.load.LoadFailed;
import im.chrysalis.bench.report.Latencies;
import java.io.IOException;
import java.time.Duration;

/** The same thing over and over, each after the one before has ended. */
final class Repeated {

  /** One thing that ends when it has been done. */
  interface Once {
    void run() throws IOException, LoadFailed;
  }

  private Repeated() {}

  static Stretch.Load of(Once once) {
    return time -> run(once, time);
  }

  private static Stretch.Done run(Once once, Duration time) throws IOException, LoadFailed {
    Latencies latencies = new Latencies();
    long end = System.nanoTime() + time.toNanos();
    long done = 0;
    while (System.nanoTime() < end) {
      long begun = System.nanoTime();
      once.run();
      latencies.record(System.nanoTime() - begun);
      done++;
    }
    return new Stretch.Done(done, latencies);
  }
}
