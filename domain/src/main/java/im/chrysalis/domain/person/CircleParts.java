package im.chrysalis.domain.person;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.person.Person.Surroundings;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The circles that a person's sessions have entered. Each member tells all others how they appear
 * in the circle, and whether they talk there; nobody else keeps it. In the person's turn only.
 */
final class CircleParts {
  private final Map<CircleId, Part> parts = new HashMap<>(1);
  private final Surroundings around;
  private final BiConsumer<SessionId, SessionEvent> show;

  private static final class Part {
    private final Set<SessionId> sessions = new HashSet<>(1);
    private final Set<SessionId> talking = new HashSet<>(1);
    private Set<AccountId> members = Set.of();
  }

  /**
   * No circle yet.
   *
   * @param show shows something to a session of the person
   */
  CircleParts(Surroundings around, BiConsumer<SessionId, SessionEvent> show) {
    this.around = around;
    this.show = show;
  }

  void enter(Request.EnterCircle it, View myself) {
    Part part = parts.computeIfAbsent(it.circle(), _ -> new Part());
    part.sessions.add(it.session());
    part.members = others(it.members(), myself.card());
    tellAll(it.circle(), part, myself, true); // all answer, also for sessions that came before
  }

  private static Set<AccountId> others(Set<AccountId> members, Card myself) {
    Set<AccountId> others = new HashSet<>(members);
    others.remove(myself.id());
    return others;
  }

  /** A session leaves one circle. */
  void leave(SessionId session, CircleId circle, View myself) {
    Part part = parts.get(circle);
    if (part == null || !part.sessions.remove(session)) {
      return;
    }
    boolean talked = part.talking.remove(session);
    if (part.sessions.isEmpty()) {
      parts.remove(circle);
      tellAll(circle, part, View.offline(myself.card(), Map.of()), false);
    } else if (talked && part.talking.isEmpty()) {
      tellAll(circle, part, myself, false);
    }
  }

  /** A session is no more. */
  void leave(SessionId session, View myself) {
    for (CircleId circle : Set.copyOf(parts.keySet())) {
      leave(session, circle, myself);
    }
  }

  boolean talk(Request.TalkInCircle it, View myself) {
    Part part = parts.get(it.circle());
    if (part == null || !part.sessions.contains(it.session())) {
      return false;
    }
    boolean before = !part.talking.isEmpty();
    if (it.talks()) {
      part.talking.add(it.session());
    } else {
      part.talking.remove(it.session());
    }
    if (before == part.talking.isEmpty()) {
      tellAll(it.circle(), part, myself, false);
    }
    return true;
  }

  boolean say(Request.SayInCircle it, Card myself) {
    Part part = parts.get(it.circle());
    if (part == null || !part.sessions.contains(it.session())) {
      return false;
    }
    Notice.CircleSaid said = new Notice.CircleSaid(it.circle(), myself, it.message());
    part.members.forEach(member -> around.tell(member, said));
    SessionEvent event = new SessionEvent.CircleSaid(it.circle(), myself, it.message());
    part.sessions.stream()
        .filter(session -> !session.equals(it.session()))
        .forEach(session -> show.accept(session, event));
    return true;
  }

  /** The person appears otherwise than before, to all circles. */
  void appear(View myself) {
    parts.forEach((circle, part) -> tellAll(circle, part, myself, false));
  }

  void hear(Notice.CircleSeen it, View myself) {
    Part part = parts.get(it.circle());
    AccountId other = it.who().card().id();
    if (part == null || !part.members.contains(other)) {
      return; // has not entered, or does not know them as a member
    }
    showAll(part, new SessionEvent.CircleSeen(it.circle(), it.who(), it.talks()));
    if (it.asks()) {
      around.tell(other, seen(it.circle(), part, myself, false));
    }
  }

  void hear(Notice.CircleSaid it) {
    Part part = parts.get(it.circle());
    if (part != null && part.members.contains(it.from().id())) {
      showAll(part, new SessionEvent.CircleSaid(it.circle(), it.from(), it.message()));
    }
  }

  void hear(Notice.CircleChanged it, View myself) {
    Part part = parts.get(it.circle());
    if (part == null) {
      return;
    }
    if (!it.members().contains(myself.card().id())) {
      parts.remove(it.circle());
      showAll(part, new SessionEvent.CircleOver(it.circle()));
      return;
    }
    Set<AccountId> before = part.members;
    part.members = others(it.members(), myself.card());
    for (AccountId member : part.members) {
      if (!before.contains(member)) {
        around.tell(member, seen(it.circle(), part, myself, true));
      }
    }
  }

  private void tellAll(CircleId circle, Part part, View myself, boolean asks) {
    Notice.CircleSeen seen = seen(circle, part, myself, asks);
    part.members.forEach(member -> around.tell(member, seen));
  }

  private static Notice.CircleSeen seen(CircleId circle, Part part, View myself, boolean asks) {
    return new Notice.CircleSeen(circle, myself, !part.talking.isEmpty(), asks);
  }

  private void showAll(Part part, SessionEvent event) {
    part.sessions.forEach(session -> show.accept(session, event));
  }
}
