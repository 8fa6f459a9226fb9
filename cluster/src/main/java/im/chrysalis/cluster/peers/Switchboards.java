package im.chrysalis.cluster.peers;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which nodes have a switchboard, and where clients find it. Each node says so of itself, to all
 * when it opens one, to each that comes, and now and then again, since a word may be lost. Any
 * thread.
 */
final class Switchboards {
  private final Nodes nodes;
  private final Map<String, String> others = new ConcurrentHashMap<>();
  private volatile @Nullable String own;

  Switchboards(Nodes nodes) {
    this.nodes = nodes;
  }

  /** This node has one, and says so. */
  void open(String place) {
    own = place;
    sayAgain();
  }

  /** Another node has one. */
  void isAt(ToNode.SwitchboardAt it) {
    others.put(it.node(), it.place());
  }

  /** A node is gone. */
  void forget(String node) {
    others.remove(node);
  }

  /** Says to all others where this node's is, if it has one. */
  void sayAgain() {
    nodes.others().forEach(this::sayTo);
  }

  /** The same to one of them. */
  void sayTo(String node) {
    String place = own;
    if (place != null) {
      nodes.find(node).ifPresent(way -> way.tell(new ToNode.SwitchboardAt(nodes.mine(), place)));
    }
  }

  /** Where those of other nodes are that can be reached, by the names of the nodes. */
  Map<String, String> elsewhere() {
    Map<String, String> reachable = new HashMap<>(others);
    reachable.keySet().retainAll(nodes.others());
    return reachable;
  }
}
