package im.chrysalis.app.control;

import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.ConfigurationProblem;
import im.chrysalis.app.config.Sources;
import im.chrysalis.app.operate.Exchange;
import im.chrysalis.app.operate.Order;
import im.chrysalis.app.operate.Refused;
import im.chrysalis.app.operate.Workplace;
import im.chrysalis.cluster.alone.Alone;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Orders carried out here, on a store that no server of this directory uses. */
final class StoreOffice implements Office {
  private final DataLock lock;
  private final Store store;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Workplace workplace;

  private StoreOffice(Configuration configuration, DataLock lock, Store store) {
    this.lock = lock;
    this.store = store;
    this.workplace =
        new Workplace(
            configuration,
            store,
            new Alone(store.people(), new NothingLater(), workers),
            Optional.empty());
  }

  static StoreOffice open(Sources sources, DataLock lock) throws ConfigurationProblem, IOException {
    try {
      Configuration configuration = Configuration.of(sources.data(), sources.read());
      return new StoreOffice(configuration, lock, Store.open(configuration.store()));
    } catch (ConfigurationProblem | RuntimeException fault) {
      lock.close();
      throw fault;
    }
  }

  @Override
  public <R> R carryOut(Order<R> order, Exchange exchange) throws Refused, IOException {
    R answer = order.carryOut(workplace, exchange);
    exchange.outgoing().flush();
    return answer;
  }

  @Override
  public void close() throws IOException {
    workers.close();
    store.close();
    lock.close();
  }

  /** A command ends long before anything would be due. */
  private static final class NothingLater implements Timer {
    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public Cancel after(Duration delay, Runnable what) {
      return () -> {};
    }
  }
}
