package im.chrysalis.cluster.peers;

import im.chrysalis.cluster.peers.ToPerson.Letter;
import im.chrysalis.domain.person.Notice;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.ClusterEvent.ClusterDomainEvent;
import org.apache.pekko.cluster.ClusterEvent.MemberRemoved;
import org.apache.pekko.cluster.ClusterEvent.MemberUp;
import org.apache.pekko.cluster.ClusterEvent.ReachableMember;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Subscribe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees nodes come and go, and has what was lost with them told again. */
final class Membership {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

  private final LocalNode node;

  private Membership(LocalNode node) {
    this.node = node;
  }

  static Behavior<ClusterDomainEvent> create(LocalNode node) {
    Membership membership = new Membership(node);
    return Behaviors.setup(context -> {
      Cluster.get(context.getSystem())
          .subscriptions()
          .tell(Subscribe.create(context.getSelf(), ClusterDomainEvent.class));
      return Behaviors.receiveMessage(event -> {
        membership.take(event);
        return Behaviors.same();
      });
    });
  }

  private void take(ClusterDomainEvent event) {
    switch (event) {
      case MemberRemoved it -> lost(Nodes.name(it.member().uniqueAddress()));
      case MemberUp it -> node.switchboards().sayTo(Nodes.name(it.member().uniqueAddress()));
      case ReachableMember _ -> {
        resumeEverybody(); // what was sent meanwhile may be lost
        node.switchboards().sayAgain();
      }
      default -> LOG.debug("event={}", event);
    }
  }

  private void lost(String name) {
    node.nodes().forget(name);
    node.switchboards().forget(name);
    Notice notice = new Notice.NodeLost(name);
    node.persons().forEach((who, person) -> person.tell(Letter.of(who, notice)));
    resumeEverybody();
  }

  private void resumeEverybody() {
    node.sessions().forEach(node::resumeAll);
  }
}
