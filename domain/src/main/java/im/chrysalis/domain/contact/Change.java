package im.chrysalis.domain.contact;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a command changes in an account, decided and not yet done. The store writes it and the roster
 * applies it, both from the same value; nothing else ever changes either.
 */
public sealed interface Change {
  /** The account's list version once the change is done. */
  long version();

  /**
   * Somebody is now on these lists.
   *
   * @param before the sum of the lists' bits until now
   * @param after the sum from now on, the reverse list's bit included; the store leaves that bit out
   *     and keeps nothing at all for a person who is on no other list and was never decided about
   * @param label the owner's own name for the contact
   */
  record ContactBecomes(
      Card who,
      int before,
      int after,
      Optional<String> label,
      Set<UUID> groups,
      long version)
      implements Change {}

  /** A group is made or renamed. */
  record GroupBecomes(Group group, long version) implements Change {}

  /** A group is gone, and everybody is out of it. */
  record GroupRemoved(Group group, long version) implements Change {}

  /** Name or settings are now these; the account carries the version. */
  record AccountBecomes(Account account) implements Change {
    @Override
    public long version() {
      return account.listVersion();
    }
  }

  /** The account is gone with everything it had, and out of everybody's lists. */
  record AccountDeleted(long version) implements Change {}
}
