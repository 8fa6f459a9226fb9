package im.chrysalis.store;

import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.PENDING;
import static im.chrysalis.values.ContactList.REVERSE;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the changes of persons, in a few statements each. */
final class ChangeWriter {
  static final int KEPT_LISTS = FORWARD.bit() | ALLOW.bit() | BLOCK.bit();

  /** The lists of those about whom there may be notes. */
  private static final int NOTED = FORWARD.bit() | PENDING.bit();

  private static final String SET_VERSION = "UPDATE account SET list_version = ? WHERE number = ?";
  static final String SET_CONTACT =
      """
      INSERT INTO contact (owner, person, lists, decided, label, in_groups)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (owner, person) DO UPDATE SET lists = excluded.lists,
        decided = excluded.decided, label = excluded.label, in_groups = excluded.in_groups
      """;
  private static final String REMOVE_EMPTY =
      "DELETE FROM contact WHERE owner = ? AND person = ? AND lists = 0";
  private static final String UNDECIDE =
      "UPDATE contact SET decided = 0 WHERE owner = ? AND person = ? AND decided = 1";
  private static final String REMOVE_CONTACT = "DELETE FROM contact WHERE owner = ? AND person = ?";
  private static final String SET_GROUP =
      """
      INSERT INTO contact_group (owner, number, id, name) VALUES (?, ?, ?, ?)
      ON CONFLICT (owner, number) DO UPDATE SET id = excluded.id, name = excluded.name
      """;
  private static final String REMOVE_GROUP =
      "DELETE FROM contact_group WHERE owner = ? AND number = ?";
  private static final String LEAVE_GROUP =
      "UPDATE contact SET in_groups = in_groups - ? WHERE owner = ? AND (in_groups & ?) <> 0";
  private static final String REMOVE_ACCOUNT = "DELETE FROM account WHERE number = ?";
  private static final String RETIRE = "INSERT INTO retired (number) VALUES (?)";

  private ChangeWriter() {}

  /** Writes a change; false, and nothing is written, when the owner has no account any more. */
  static boolean write(Sql sql, AccountId owner, Change change) {
    long number = owner.number();
    if (sql.update(SET_VERSION, change.version(), number) == 0) {
      return false;
    }
    switch (change) {
      case Change.ContactBecomes it -> write(sql, number, it);
      case Change.GroupBecomes(Group group, _) -> setGroup(sql, owner, group);
      case Change.GroupRemoved(Group group, _) -> {
        int bit = 1 << group.number();
        sql.update(LEAVE_GROUP, bit, number, bit);
        sql.update(REMOVE_GROUP, number, group.number());
        NoteRows.remove(sql, owner, group.id());
      }
      case Change.NotesBecome it -> NoteRows.write(sql, owner, it);
      case Change.AccountBecomes(Account account) -> AccountRows.update(sql, account);
      case Change.MessageKept it -> Letters.keep(sql, number, it.message());
      case Change.MessagesRemoved it -> Letters.remove(sql, number, it.ids());
      case Change.AccountDeleted _ -> {
        sql.update(REMOVE_ACCOUNT, number); // takes all that refers to it along
        sql.update(RETIRE, number);
      }
    }
    return true;
  }

  private static void write(Sql sql, long owner, Change.ContactBecomes it) {
    long person = it.who().id().number();
    int lists = it.after() & KEPT_LISTS;
    boolean decided = isDecided(it.after());
    if (lists == 0 && !decided) {
      sql.update(REMOVE_CONTACT, owner, person);
    } else {
      sql.update(
          SET_CONTACT,
          contact(owner, person, lists, decided, it.label(), sum(sql, owner, it.groups())));
    }
    if ((it.before() & NOTED) != 0 && (it.after() & NOTED) == 0) {
      NoteRows.remove(sql, new AccountId(owner), new ContactId(it.who().id()).guid());
    }
    if ((it.before() & ~it.after() & FORWARD.bit()) != 0) {
      // what the other decided about the owner ends with the reason, even if the other never hears
      sql.update(REMOVE_EMPTY, person, owner);
      sql.update(UNDECIDE, person, owner);
    }
  }

  static void setGroup(Sql sql, AccountId owner, Group group) {
    sql.update(SET_GROUP, owner.number(), group.number(), group.id().toString(), group.name());
  }

  /** The values for {@link #SET_CONTACT}. */
  static @Nullable Object[] contact(
      long owner, long person, int lists, boolean decided, Optional<String> label, int inGroups) {
    return new @Nullable Object[] {
      owner, person, lists, decided ? 1 : 0, label.orElse(null), inGroups
    };
  }

  /** Whether somebody would be pending, had the owner not decided otherwise. */
  static boolean isDecided(int lists) {
    int relevant = REVERSE.bit() | PENDING.bit() | ALLOW.bit() | BLOCK.bit();
    return (lists & relevant) == REVERSE.bit();
  }

  private static int sum(Sql sql, long owner, Set<UUID> groups) {
    return groups.isEmpty()
        ? 0
        : RosterReader.groups(sql, owner).stream()
            .filter(group -> groups.contains(group.id()))
            .mapToInt(group -> 1 << group.number())
            .sum();
  }
}
