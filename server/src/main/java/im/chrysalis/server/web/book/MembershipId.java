package im.chrysalis.server.web.book;

import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactList;

/**
 * The number by which a client calls somebody's place on a list. It follows from the account and
 * the list, so that nothing need be kept for it.
 *
 * <p>COMPAT libpurple, MSNPSharp: it must be an int, so accounts whose numbers differ by 2^29 share
 * ids. Whoever looks one up does so in one list, where that never happens by chance.
 */
final class MembershipId {
  private static final int ACCOUNT_BITS = 29;

  private MembershipId() {}

  /** A circle's place on the block list: negative, so that it is nobody's. */
  static int ofBlocked(CircleId circle) {
    return (int) (circle.number() & Integer.MAX_VALUE) | Integer.MIN_VALUE;
  }

  static int of(AccountId account, ContactList list) {
    int code =
        switch (list) {
          case ALLOW -> 0;
          case BLOCK -> 1;
          case REVERSE -> 2;
          case PENDING -> 3;
          case FORWARD -> throw new IllegalArgumentException("contacts are no members");
        };
    return (int) (account.number() & (1L << ACCOUNT_BITS) - 1) << 2 | code;
  }
}
