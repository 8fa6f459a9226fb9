package im.chrysalis.domain.person;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.View;
import im.chrysalis.values.AccountId;
import java.util.Optional;

/** What persons tell each other and themselves, without an answer. */
public sealed interface Notice extends PersonMessage {

  @Override
  default boolean mayChange() {
    return this instanceof ListNotice;
  }

  /** Whether a person is started for it; otherwise it is lost on somebody who is not active. */
  default boolean wakes() {
    return switch (this) {
      case Watch _, ListNotice _ -> true;
      case SignOut _, Unwatch _, Seen _, LingerOver _ -> false;
    };
  }

  /** The session is over, whichever way. */
  record SignOut(SessionId session) implements Notice {}

  /** Somebody who has the person on their forward list is there and wants to see them. */
  record Watch(Card watcher, Optional<Occasion> occasion) implements Notice {}

  /** Somebody does not watch the person any more. */
  record Unwatch(AccountId watcher) implements Notice {}

  /** How a contact appears to the person, everything that the person may know. */
  record Seen(View contact, Optional<Occasion> occasion) implements Notice {}

  /** The time is over in which a new session could have followed an old one without a gap. */
  record LingerOver(int turn) implements Notice {}

  /** A notice that changes lists. */
  sealed interface ListNotice extends Notice {}

  /** Somebody put the person on their forward list. */
  record AddedBy(Card who) implements ListNotice {}

  /** Somebody took the person off their forward list. */
  record RemovedBy(Card who) implements ListNotice {}

  /** Somebody's account is gone. */
  record Gone(Card who) implements ListNotice {}

  /**
   * Why somebody asked, to be handed back with the answer.
   *
   * @param session the session that asked
   * @param mark what the session calls its request
   */
  record Occasion(SessionId session, long mark) {}
}
