package im.chrysalis.cluster.peers;

import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.PersonalMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of this node and what each said last, so that events find them and they can be told
 * to persons who have moved. Any thread.
 */
final class Sessions {
  private final Map<AccountId, List<Entry>> all = new ConcurrentHashMap<>();

  /**
   * A session.
   *
   * @param isIn whether its person has taken it. One that is still on its way in is not told to a
   *     person who has moved: its sign-in itself will be
   */
  private record Entry(Notice.Resumed session, boolean isIn) {
    boolean is(SessionId id) {
      return session.session().id().equals(id);
    }

    Entry in() {
      return new Entry(session, true);
    }

    Entry saying(Notice.Said said) {
      return new Entry(
          new Notice.Resumed(
              session.session(),
              session.place(),
              session.hearing(),
              session.acceptsInvitations(),
              session.tells(),
              Optional.of(said),
              session.since()),
          true);
    }

    Entry telling(PersonalMessage message) {
      return new Entry(
          new Notice.Resumed(
              session.session(),
              session.place(),
              session.hearing(),
              session.acceptsInvitations(),
              Optional.of(message),
              session.said(),
              session.since()),
          true);
    }

    Entry accepting(boolean accept) {
      return new Entry(
          new Notice.Resumed(
              session.session(),
              session.place(),
              session.hearing(),
              accept,
              session.tells(),
              session.said(),
              session.since()),
          true);
    }
  }

  /** A session is on its way in; from now on events for it may come. */
  void enters(AccountId who, Request.SignIn it, Instant now) {
    Notice.Resumed fresh =
        new Notice.Resumed(
            it.session(), it.place(), it.hearing(), true, Optional.empty(), Optional.empty(), now);
    all.compute(
        who,
        (_, present) -> {
          List<Entry> more = new ArrayList<>(without(it.session().id(), present));
          more.add(new Entry(fresh, false));
          return List.copyOf(more);
        });
  }

  /** A session's person has taken it. */
  void isIn(AccountId who, SessionId session) {
    change(who, session, Entry::in);
  }

  /** A session's person has taken its status. */
  void said(AccountId who, Request.SetStatus it) {
    Notice.Said said = new Notice.Said(it.status(), it.capabilities(), it.picture());
    change(who, it.session(), entry -> entry.saying(said));
  }

  /** A session's person has taken what it tells. */
  void said(AccountId who, Request.TellMessage it) {
    change(who, it.session(), entry -> entry.telling(it.message()));
  }

  /** A session's person has taken whether it wants invitations. */
  void said(AccountId who, Request.AcceptInvitations it) {
    change(who, it.session(), entry -> entry.accepting(it.accept()));
  }

  private void change(AccountId who, SessionId session, UnaryOperator<Entry> change) {
    all.computeIfPresent(
        who,
        (_, present) ->
            present.stream().map(it -> it.is(session) ? change.apply(it) : it).toList());
  }

  /** A session is over. */
  void remove(AccountId who, SessionId session) {
    all.computeIfPresent(
        who,
        (_, present) -> {
          List<Entry> rest = without(session, present);
          return rest.isEmpty() ? null : rest;
        });
  }

  private static List<Entry> without(SessionId session, @Nullable List<Entry> present) {
    return present == null ? List.of() : present.stream().filter(it -> !it.is(session)).toList();
  }

  /** The sessions that a person has taken, as they would tell of themselves. */
  List<Notice.Resumed> of(AccountId who) {
    return all.getOrDefault(who, List.of()).stream()
        .filter(Entry::isIn)
        .map(Entry::session)
        .toList();
  }

  /** Everybody who has sessions here. */
  void forEach(Consumer<AccountId> each) {
    all.keySet().forEach(each);
  }

  /** Hands an event to a session; false when it is not here any more. */
  boolean deliver(AccountId who, SessionId session, SessionEvent event) {
    for (Entry entry : all.getOrDefault(who, List.of())) {
      if (entry.is(session)) {
        entry.session().session().deliver(event);
        return true;
      }
    }
    return false;
  }
}
