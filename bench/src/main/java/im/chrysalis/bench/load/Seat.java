package im.chrysalis.bench.load;

import java.io.IOException;

/** Somebody's connection to a switchboard, of whatever kind. */
interface Seat {
  void say(String line) throws IOException, LoadFailed;

  /** Waits for the next command of this name; others before it are dropped. */
  void await(String verb) throws IOException, LoadFailed;
}
