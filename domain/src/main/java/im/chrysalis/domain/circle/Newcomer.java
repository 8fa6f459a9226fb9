package im.chrysalis.domain.circle;

import im.chrysalis.domain.account.Card;

/**
 * Somebody who is about to be invited to a circle, to join or to found one.
 *
 * @param circles how many circles they are in already
 * @param invitations how many invitations they have not answered
 */
public record Newcomer(Card who, int circles, int invitations) {}
