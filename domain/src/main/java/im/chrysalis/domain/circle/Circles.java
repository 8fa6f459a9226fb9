package im.chrysalis.domain.circle;

import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The port by which circles are read and changed. A change is decided by the rules of {@link
 * Circle} and kept in one step, so that two changes of a circle never cross; it is done when it
 * would survive the loss of power. Whoever is to be told of changes is told of each one after that,
 * in the order in which they were made, and before its outcome is known here. When an account is
 * deleted, it leaves its circles. Nothing here blocks.
 *
 * @see <a href="../../../../../../../../docs/protocol/circles.md">docs/protocol/circles.md</a>
 */
public interface Circles {
  /** Founds a circle. */
  CompletionStage<CircleOutcome> create(AccountId owner, String name);

  /** A circle, whoever asks; nothing when there is none, or no more. */
  CompletionStage<Optional<Circle>> find(CircleId id);

  /**
   * The circles that somebody is in or invited to, in the order of ids. Invitations by people whom
   * they do not want to hear from, by their lists and settings, are left out.
   */
  CompletionStage<List<Circle>> of(AccountId who);

  /**
   * Counts the changes of circles that concerned somebody, so that clients know a newer state from
   * an older one; 0 for somebody who never had to do with any.
   */
  CompletionStage<Long> version(AccountId who);

  /**
   * Invites somebody.
   *
   * @param message the words of the invitation; empty for none
   */
  CompletionStage<CircleOutcome> invite(CircleId id, AccountId by, AccountId whom, String message);

  /** Somebody answers an invitation. */
  CompletionStage<CircleOutcome> answer(CircleId id, AccountId who, boolean accept);

  /** Somebody leaves, or declines. */
  CompletionStage<CircleOutcome> leave(CircleId id, AccountId who);

  /** Somebody removes somebody else, or takes an invitation back. */
  CompletionStage<CircleOutcome> remove(CircleId id, AccountId by, AccountId whom);

  /** Somebody gives somebody else another role. */
  CompletionStage<CircleOutcome> setRole(
      CircleId id, AccountId by, AccountId whom, CircleRole role);

  /** Somebody gives the circle another name. */
  CompletionStage<CircleOutcome> rename(CircleId id, AccountId by, String name);

  /** Somebody wants to hear nothing of a circle that they are in, or wants to again. */
  CompletionStage<CircleOutcome> block(CircleId id, AccountId who, boolean blocked);
}
