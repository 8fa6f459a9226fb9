package im.chrysalis.wire.payload;

import im.chrysalis.values.ContactList;
import java.util.Optional;

/**
 * What somebody may be in the service Messenger of the sharing service: what the commands of other
 * dialects call a list. Contacts as such are no members; the address book has them.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/address-book.md">docs/protocol/address-book.md</a>
 */
public enum MemberRole {
  ALLOW("Allow", ContactList.ALLOW),
  BLOCK("Block", ContactList.BLOCK),
  REVERSE("Reverse", ContactList.REVERSE),
  PENDING("Pending", ContactList.PENDING);

  private final String word;
  private final ContactList list;

  MemberRole(String word, ContactList list) {
    this.word = word;
    this.list = list;
  }

  /** The word for it in XML. */
  public String word() {
    return word;
  }

  /** The list that it is. */
  public ContactList list() {
    return list;
  }

  /**
   * The role that a list is.
   *
   * @throws IllegalArgumentException for the forward list
   */
  public static MemberRole of(ContactList list) {
    for (MemberRole role : values()) {
      if (role.list == list) {
        return role;
      }
    }
    throw new IllegalArgumentException("contacts are no members: " + list);
  }

  /** Nothing for the roles of other services. */
  public static Optional<MemberRole> named(String word) {
    for (MemberRole role : values()) {
      if (role.word.equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
