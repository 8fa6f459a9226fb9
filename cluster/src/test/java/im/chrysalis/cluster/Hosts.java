package im.chrysalis.cluster;

import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.domain.time.Timer;

/** The host under test: one node, or several that share their persons. */
public interface Hosts extends AutoCloseable {
  /** Makes hosts on a store. */
  @FunctionalInterface
  interface Maker {
    Hosts on(PersonStore store, Timer timer) throws Exception;
  }

  /** The host of one of the nodes; the numbers go round. */
  People people(int node);

  /** The name of one of the nodes; the numbers go round. */
  String name(int node);

  /** How many persons are in memory, on all nodes. */
  int active();

  @Override
  void close();
}
