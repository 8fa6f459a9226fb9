package im.chrysalis.app.serve;

import im.chrysalis.app.config.Neighbours;
import im.chrysalis.cluster.alone.Alone;
import im.chrysalis.domain.person.Conversations;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.server.referral.Switchboards;
import im.chrysalis.server.session.SessionEnds;
import im.chrysalis.store.StoreOptions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * Where persons live: all of them in this process, or among several.
 *
 * @param people the way to them
 * @param conversations takes those of this process, and gives all of the network
 * @param active how many are in the memory of this process
 * @param node this process's name among the others; empty when it is alone
 * @param nodeHost by which the others reach this machine
 * @param opensSwitchboard tells the others where the switchboard of this process is
 * @param switchboards where those of the others are, by the names of their nodes
 * @param ended done when this process takes part no more; never when it is alone
 * @param leave ends this process's part
 */
record PersonHost(
    People people,
    UnaryOperator<Conversations> conversations,
    IntSupplier active,
    String node,
    String nodeHost,
    Consumer<String> opensSwitchboard,
    Switchboards switchboards,
    CompletionStage<Void> ended,
    AutoCloseable leave) {

  /** All persons in this process. */
  static PersonHost alone(PersonStore store, Timer timer, Executor workers) {
    Alone alone = new Alone(store, timer, workers);
    return new PersonHost(
        alone,
        here -> here,
        alone::active,
        "",
        "",
        _ -> {},
        Map::of,
        new CompletableFuture<>(),
        () -> {});
  }

  /**
   * Persons among several processes.
   *
   * @param ends told when a person ends a session of another process
   * @throws IOException when that can't be; the message is a sentence for the operator
   */
  static PersonHost among(
      Neighbours neighbours, StoreOptions options, PersonStore store, Timer timer, SessionEnds ends)
      throws IOException {
    if (!options.url().startsWith("jdbc:postgresql:")) {
      throw new IOException(
          "cluster.seeds needs store.url, a PostgreSQL database that all servers of the network"
              + " share.");
    }
    return PersonsAmongPeers.join(neighbours, store, timer, ends); // the one place that loads them
  }
}
