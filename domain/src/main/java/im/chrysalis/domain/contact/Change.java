package im.chrysalis.domain.contact;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.offline.OfflineMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a command changes in an account, decided and not yet done. The store writes it and the
 * roster applies it, both from the same value; nothing else ever changes either.
 */
public sealed interface Change {
  /** The account's list version once the change is done. */
  long version();

  /**
   * Somebody is now on these lists.
   *
   * <p>Of the lists, the store keeps forward, allow and block. The reverse list follows from
   * others' forward lists. Pending follows too: everybody on the reverse list who is neither
   * allowed nor blocked is pending, unless the owner has decided otherwise. That decision is what
   * the store keeps when {@code after} holds the reverse list and none of pending, allow and block.
   * It keeps no row for a person who is on none of forward, allow and block and about whom nothing
   * is decided; so a person who leaves the reverse list and comes back is pending again.
   *
   * @param before the sum of the lists' bits until now
   * @param after the sum from now on, the reverse list's bit included
   * @param label the owner's own name for the contact
   */
  record ContactBecomes(
      Card who, int before, int after, Optional<String> label, Set<UUID> groups, long version)
      implements Change {}

  /** A group is made or renamed. */
  record GroupBecomes(Group group, long version) implements Change {}

  /** A group is gone, and everybody is out of it. */
  record GroupRemoved(Group group, long version) implements Change {}

  /**
   * Notes are written or, where the text is empty, struck out; others about the same stay. They go
   * with what they are about: with a group, and with a contact who is neither on the forward list
   * nor pending any more.
   *
   * @param about the GUID of a contact ({@link im.chrysalis.values.ContactId}), of a group, or of
   *     the owner as a contact
   * @param notes texts by name
   */
  record NotesBecome(UUID about, Map<String, String> notes, long version) implements Change {
    public NotesBecome {
      notes = Map.copyOf(notes);
    }
  }

  /** Name or settings are now these; the account carries the version. */
  record AccountBecomes(Account account) implements Change {
    @Override
    public long version() {
      return account.listVersion();
    }
  }

  /** A message waits for the owner; the lists are as they were, and so is their version. */
  record MessageKept(OfflineMessage message, long version) implements Change {}

  /** Messages wait no more; the lists are as they were, and so is their version. */
  record MessagesRemoved(Set<UUID> ids, long version) implements Change {}

  /** The account is gone with everything it had, and out of everybody's lists. */
  record AccountDeleted(long version) implements Change {}
}
