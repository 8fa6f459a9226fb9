package im.chrysalis.cluster.peers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorRefResolver;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.UniqueAddress;
import org.apache.pekko.cluster.typed.Cluster;

/** The nodes of the cluster by their names, and the way to each. Any thread. */
final class Nodes {
  private static final int RADIX = 36;

  private final Map<String, ActorRef<ToNode>> known = new ConcurrentHashMap<>();
  private final ActorSystem<?> system;
  private final Cluster cluster;

  Nodes(ActorSystem<?> system) {
    this.system = system;
    this.cluster = Cluster.get(system);
  }

  /** A node's name: at most 13 letters and digits, another one each time that it starts. */
  static String name(UniqueAddress node) {
    return Long.toUnsignedString(node.longUid(), RADIX);
  }

  /** This node's name. */
  String mine() {
    return name(cluster.selfMember().uniqueAddress());
  }

  /** The way to a node, or nothing when it is not or no longer part of the cluster. */
  Optional<ActorRef<ToNode>> find(String name) {
    ActorRef<ToNode> found = known.get(name);
    return found != null
        ? Optional.of(found)
        : members().stream()
            .filter(it -> name(it.uniqueAddress()).equals(name))
            .findFirst()
            .map(this::way);
  }

  private ActorRef<ToNode> way(Member member) {
    return known.computeIfAbsent(
        name(member.uniqueAddress()),
        _ ->
            ActorRefResolver.get(system)
                .resolveActorRef(member.address() + "/system/" + Reception.NAME));
  }

  /** The names of the others that can be reached and are to stay. */
  List<String> others() {
    var unreachable = cluster.state().getUnreachable();
    return members().stream()
        .filter(it -> it.status().equals(MemberStatus.up()))
        .filter(it -> !unreachable.contains(it))
        .filter(it -> !it.uniqueAddress().equals(cluster.selfMember().uniqueAddress()))
        .map(it -> name(it.uniqueAddress()))
        .toList();
  }

  /** Forgets a node that is gone. */
  void forget(String name) {
    known.remove(name);
  }

  private List<Member> members() {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false).toList();
  }
}
