package im.chrysalis.app;

import java.time.Duration;
import org.slf4j.LoggerFactory;

/** Ends the process even when a part of it does not stop. */
final class LastResort {
  private LastResort() {}

  /** From now on the process lives this long at most. */
  static void haltAfter(Duration time) {
    Thread.ofPlatform()
        .name("last-resort")
        .daemon()
        .start(() -> {
          try {
            Thread.sleep(time);
          } catch (InterruptedException _) {
            return;
          }
          LoggerFactory.getLogger(LastResort.class).error("the server did not stop by itself");
          Runtime.getRuntime().halt(1);
        });
  }
}
