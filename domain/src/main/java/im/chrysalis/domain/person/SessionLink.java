package im.chrysalis.domain.person;

/**
 * A person's way to one of their sessions. Front ends implement it; a host may put a network
 * between the two. Any thread may call it; events arrive in the order in which they were delivered.
 */
public interface SessionLink {
  SessionId id();

  /** Hands over an event; returns at once and never fails. */
  void deliver(SessionEvent event);
}
