package im.chrysalis.client.web;

import im.chrysalis.values.ContactList;
import java.util.Optional;

/** What the sharing service calls the lists. */
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

  static Role of(ContactList list) {
    for (Role role : values()) {
      if (role.list == list) {
        return role;
      }
    }
    throw new IllegalArgumentException("contacts are no members: " + list);
  }

  /** Nothing for the roles of other services. */
  static Optional<Role> named(String word) {
    for (Role role : values()) {
      if (role.word.equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
