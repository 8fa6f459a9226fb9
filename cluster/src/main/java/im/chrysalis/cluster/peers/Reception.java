package im.chrysalis.cluster.peers;

import im.chrysalis.domain.person.SessionId;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Takes in what persons elsewhere and other nodes send to this node. One for the whole node, so
 * that a person's answer and the events behind it arrive in their order.
 */
final class Reception {
  static final String NAME = "reception";

  private final LocalNode node;

  private Reception(LocalNode node) {
    this.node = node;
  }

  static Behavior<ToNode> create(LocalNode node) {
    Reception reception = new Reception(node);
    return Behaviors.receiveMessage(message -> {
      reception.take(message);
      return Behaviors.same();
    });
  }

  private void take(ToNode message) {
    switch (message) {
      case ToNode.Answer it -> node.questions().arrived(it);
      case ToNode.Happened it ->
          node.show(it.who(), new SessionId(node.name(), it.serial()), it.event());
      case ToNode.RollCall it ->
          node.carry(new ToPerson.Attendance(it.who(), node.name(), node.sessions().of(it.who())));
      case ToNode.Moved it -> node.resumeAll(it.who());
      case ToNode.SessionOver it -> node.over(it.session());
      case ToNode.Part it ->
          node.conversations()
              .tell(it.where(), it.what())
              .whenComplete((done, fault) -> {
                if (fault == null) {
                  node.answer(it.asker(), done);
                } else {
                  node.fail(it.asker(), it.what().who(), fault);
                }
              });
      case ToNode.SwitchboardAt it -> node.switchboards().isAt(it);
    }
  }
}
