package im.chrysalis.domain.circle;

import im.chrysalis.domain.account.Card;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who is in a circle or invited to it.
 *
 * @param role {@link CircleRole#PENDING_OUTBOUND} when invited, and only then
 * @param state {@link CircleState#WAITING} when invited, otherwise {@link CircleState#ACCEPTED}
 * @param inviter who invited them; absent for the founder, and when the inviter's account is gone
 * @param message the words of the invitation; empty when there were none
 * @param since when they joined or, until they do, when they were invited
 * @param blocked whether they are in it and want to hear nothing of it, nor be seen
 */
public record CircleMember(
    Card who,
    CircleRole role,
    CircleState state,
    Optional<Card> inviter,
    String message,
    Instant since,
    boolean blocked) {
  /** The longest words of an invitation, in characters. */
  public static final int MAX_MESSAGE = 2_000;

  public CircleMember {
    if ((role == CircleRole.PENDING_OUTBOUND) != (state == CircleState.WAITING)
        || (state != CircleState.WAITING && state != CircleState.ACCEPTED)) {
      throw new IllegalArgumentException("no member of a circle is " + role + " and " + state);
    }
  }

  /** Somebody who has not blocked it. */
  public CircleMember(
      Card who,
      CircleRole role,
      CircleState state,
      Optional<Card> inviter,
      String message,
      Instant since) {
    this(who, role, state, inviter, message, since, false);
  }

  static CircleMember founder(Card who, Instant now) {
    return new CircleMember(who, CircleRole.ADMIN, CircleState.ACCEPTED, Optional.empty(), "", now);
  }

  static CircleMember invited(Card who, Card inviter, String message, Instant now) {
    return new CircleMember(
        who, CircleRole.PENDING_OUTBOUND, CircleState.WAITING, Optional.of(inviter), message, now);
  }

  CircleMember joined(Instant now) {
    return new CircleMember(who, CircleRole.MEMBER, CircleState.ACCEPTED, inviter, message, now);
  }

  CircleMember as(CircleRole other) {
    return new CircleMember(who, other, state, inviter, message, since, blocked);
  }

  CircleMember blocking(boolean now) {
    return new CircleMember(who, role, state, inviter, message, since, now);
  }

  /** Whether they are in the circle, and not only invited. */
  public boolean isIn() {
    return state == CircleState.ACCEPTED;
  }
}
