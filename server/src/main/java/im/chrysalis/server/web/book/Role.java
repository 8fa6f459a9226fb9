package im.chrysalis.server.web.book;

import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.values.ContactList;
import java.util.Optional;

/** What a member may be in the service Messenger: what other dialects call a list. */
enum Role {
  ALLOW("Allow", ContactList.ALLOW),
  BLOCK("Block", ContactList.BLOCK),
  REVERSE("Reverse", ContactList.REVERSE),
  PENDING("Pending", ContactList.PENDING);

  private final String word;
  private final ContactList list;

  Role(String word, ContactList list) {
    this.word = word;
    this.list = list;
  }

  String word() {
    return word;
  }

  ContactList list() {
    return list;
  }

  /**
   * Whether a client is told that somebody has the role. Whoever waits for a decision is not told
   * as reverse too: clients move them there when it has been made.
   */
  boolean isTold(ContactCopy contact) {
    return contact.isOn(list) && (this != REVERSE || !contact.isOn(ContactList.PENDING));
  }

  static Optional<Role> of(String word) {
    for (Role role : values()) {
      if (role.word.equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
