package im.chrysalis.cluster.peers;

import im.chrysalis.cluster.Hosts;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.domain.time.Timer;
import java.util.ArrayList;
import java.util.List;

/** Several nodes in one process. */
record PeersHosts(List<Peers> nodes) implements Hosts {
  static final NodeAddress ANY = new NodeAddress("127.0.0.1", 0);

  static PeersHosts start(int count, PersonStore store, Timer timer) {
    List<Peers> nodes = new ArrayList<>();
    List<NodeAddress> seeds = List.of();
    for (int i = 0; i < count; i++) {
      nodes.add(Peers.join(new PeersOptions(ANY, seeds), store, timer));
      seeds = List.of(nodes.getFirst().address());
    }
    return new PeersHosts(nodes);
  }

  Peers node(int number) {
    return nodes.get(number % nodes.size());
  }

  @Override
  public People people(int number) {
    return node(number);
  }

  @Override
  public String name(int number) {
    return node(number).node();
  }

  @Override
  public int active() {
    return nodes.stream().mapToInt(Peers::active).sum();
  }

  @Override
  public void close() {
    nodes.reversed().forEach(Peers::close);
  }
}
