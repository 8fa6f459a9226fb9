package im.chrysalis.client;

import im.chrysalis.net.Loops;
import org.jspecify.annotations.Nullable;

/** The event loop that serves all messengers of a process, from the first to the last of them. */
final class SharedLoops {
  private static @Nullable Loops loops;
  private static int users;

  private SharedLoops() {}

  /** The loops; {@link #release} them once. */
  static synchronized Loops acquire() {
    Loops running = loops;
    if (running == null) {
      running = new Loops(1);
      loops = running;
    }
    users++;
    return running;
  }

  /** Stops the loops when nobody else uses them; takes a moment then. */
  static void release() {
    Loops unused = null;
    synchronized (SharedLoops.class) {
      if (--users == 0) {
        unused = loops;
        loops = null;
      }
    }
    if (unused != null) {
      unused.close();
    }
  }
}
