package im.chrysalis.domain.person;

import im.chrysalis.domain.account.Card;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Capabilities;
import java.util.Optional;

/**
 * What somebody does in a conversation who {@linkplain Hearing hears} directly: the conversation
 * has a stand-in for them, and they have no connection to it.
 */
public sealed interface Participation {
  /** Whose part it is. */
  AccountId who();

  /**
   * Comes, after an invitation; may be said for each session, and again.
   *
   * @param capabilities what the client there can do
   */
  record Comes(Card card, Capabilities capabilities, SessionId session) implements Participation {
    @Override
    public AccountId who() {
      return card.id();
    }
  }

  /**
   * Says something to all others.
   *
   * @param message the front ends' own
   */
  record Says(AccountId who, byte[] message) implements Participation {}

  /** Asks somebody else in. */
  record Invites(AccountId who, Card whom) implements Participation {}

  /**
   * Leaves.
   *
   * @param session the session that has left, where others of the same person may stay; absent when
   *     the person leaves
   */
  record Leaves(AccountId who, Optional<SessionId> session) implements Participation {}
}
