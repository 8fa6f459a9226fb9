package im.chrysalis.cluster.peers;

import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.values.AccountId;

/** A person's way to one of their sessions, wherever the two are. */
final class Way implements SessionLink {
  private final LocalNode node;
  private final AccountId owner;
  private final SessionId session;

  Way(LocalNode node, AccountId owner, SessionId session) {
    this.node = node;
    this.owner = owner;
    this.session = session;
  }

  @Override
  public SessionId id() {
    return session;
  }

  @Override
  public void deliver(SessionEvent event) {
    node.show(owner, session, event);
  }
}
