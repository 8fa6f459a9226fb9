package im.chrysalis.server.session;

import im.chrysalis.domain.person.SessionId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What else is to end when a session is ended from elsewhere: its conversations, since whoever
 * holds them is not signed in any more. Any thread.
 */
public final class SessionEnds {
  private final Map<SessionId, Set<Runnable>> hanging = new ConcurrentHashMap<>();

  /** Notes what is to happen when the session is ended. */
  public void add(SessionId session, Runnable end) {
    hanging.computeIfAbsent(session, _ -> ConcurrentHashMap.newKeySet()).add(end);
  }

  /** Forgets it again. */
  public void remove(SessionId session, Runnable end) {
    hanging.computeIfPresent(
        session,
        (_, ends) -> {
          ends.remove(end);
          return ends.isEmpty() ? null : ends;
        });
  }

  /** The session is ended. */
  public void ended(SessionId session) {
    Set<Runnable> ends = hanging.remove(session);
    if (ends != null) {
      ends.forEach(Runnable::run);
    }
  }
}
