package im.chrysalis.bench.yardstick;

import java.io.IOException;
import java.io.OutputStream;

/** Watches standard input in the background and ends the program with it. */
final class Ear {
  private Ear() {}

  static void endWithStandardInput() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(0);
          } catch (IOException _) {
            System.exit(1);
          }
        });
  }
}
