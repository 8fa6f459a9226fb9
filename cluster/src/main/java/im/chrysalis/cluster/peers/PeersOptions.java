package im.chrysalis.cluster.peers;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a node finds the others.
 *
 * @param address where this node listens for the others, and where they find it
 * @param seeds nodes that know the rest, in the same order on all nodes; the first one may begin a
 *     network by itself. None: this node begins a network of its own, which others may join
 */
public record PeersOptions(NodeAddress address, List<NodeAddress> seeds) {
  public PeersOptions {
    seeds = List.copyOf(seeds);
    Stream.concat(Stream.of(address), seeds.stream())
        .filter(it -> !it.isLoopback())
        .findFirst()
        .ifPresent(beyond -> {
          throw new PeersException(
              "The node address "
                  + beyond
                  + " is not on this machine's loopback: links between machines need mutual TLS,"
                  + " which this version does not offer yet. Use 127.0.0.1, or set no"
                  + " cluster.seeds.");
        });
  }
}
