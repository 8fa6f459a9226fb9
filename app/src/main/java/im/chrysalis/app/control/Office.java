package im.chrysalis.app.control;

import im.chrysalis.app.config.ConfigurationProblem;
import im.chrysalis.app.config.Sources;
import im.chrysalis.app.operate.Exchange;
import im.chrysalis.app.operate.Order;
import im.chrysalis.app.operate.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where commands take their orders: to the server that runs, or to the store itself. */
public interface Office extends AutoCloseable {
  /** How long a server may take to start or stop, or another command to end. */
  Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * Has an order carried out.
   *
   * @throws Refused with a sentence for the operator
   */
  <R> R carryOut(Order<R> order, Exchange exchange) throws Refused, IOException;

  @Override
  void close() throws IOException;

  /**
   * Finds the way: through the control socket of the server that runs on the data directory, or,
   * when none does, by taking the directory's lock and opening the store.
   *
   * @throws Refused when the directory is in use by somebody who does not answer
   * @throws ConfigurationProblem when something is set that can't be, and no server runs
   * @throws im.chrysalis.store.StoreException when the store can't be opened
   */
  static Office open(Sources sources) throws ConfigurationProblem, Refused, IOException {
    return open(sources, PATIENCE);
  }

  /** The same with another patience. */
  static Office open(Sources sources, Duration patience)
      throws ConfigurationProblem, Refused, IOException {
    Path data = sources.data();
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      Optional<DataLock> lock = DataLock.take(data, DataLock.COMMAND);
      if (lock.isPresent()) {
        return StoreOffice.open(sources, lock.get());
      }
      @Nullable Office running = RunningOffice.find(data);
      if (running != null) {
        return running;
      }
      if (System.nanoTime() - end > 0) {
        throw new Refused(inUse(data) + ", which does not answer");
      }
      pause();
    }
  }

  /** Says who uses the data directory. */
  static String inUse(Path data) {
    return "the data directory "
        + data
        + " is in use by "
        + DataLock.holder(data)
            .map(holder -> "another Chrysalis (" + holder + ")")
            .orElse("another Chrysalis");
  }

  private static void pause() throws Refused {
    try {
      Thread.sleep(20);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted");
    }
  }
}
