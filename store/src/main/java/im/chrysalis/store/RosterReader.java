package im.chrysalis.store;

import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.PENDING;
import static im.chrysalis.values.ContactList.REVERSE;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.contact.Contact;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.contact.View;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.PrivacyDefault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Reads rosters, each in four statements. What others keep about the owner gives the reverse list,
 * and says whether the owner may know their telephone numbers.
 */
final class RosterReader {
  private static final String GROUPS =
      "SELECT id, number, name FROM contact_group WHERE owner = ? ORDER BY number";

  private static final String OTHERS_ABOUT_OWNER =
      "SELECT "
          + OfflineViews.COLUMNS
          + ", c.lists, a.privacy"
          + " FROM contact c JOIN account a ON a.number = c.owner WHERE c.person = ?";

  private static final String OWNER_ABOUT_OTHERS =
      "SELECT "
          + OfflineViews.COLUMNS
          + ", c.lists, a.privacy, c.decided, c.label, c.in_groups"
          + " FROM contact c JOIN account a ON a.number = c.person WHERE c.owner = ?";

  private static final int LISTS = OfflineViews.WIDTH + 1;
  private static final int PRIVACY = LISTS + 1;
  private static final int DECIDED = PRIVACY + 1;
  private static final int LABEL = DECIDED + 1;
  private static final int IN_GROUPS = LABEL + 1;

  private final OfflineViews views = new OfflineViews();

  /** Somebody who keeps something about the owner. */
  private record Other(int lists, View view) {
    boolean hasOwner() {
      return (lists & FORWARD.bit()) != 0;
    }
  }

  Optional<Roster> read(Handle handle, AccountId owner) {
    return AccountRows.find(handle, owner).map(account -> read(handle, account));
  }

  private Roster read(Handle handle, Account account) {
    long owner = account.card().id().number();
    List<Group> groups = groups(handle, owner);
    Map<Long, Other> others =
        handle.select(OTHERS_ABOUT_OWNER, owner).scanResultSet((rows, _) -> others(rows.get()));
    List<Contact> contacts =
        handle
            .select(OWNER_ABOUT_OTHERS, owner)
            .scanResultSet((rows, _) -> contacts(rows.get(), groups, others));
    for (Other other : others.values()) { // those of whom the owner keeps nothing
      if (other.hasOwner()) {
        contacts.add(new Contact(other.view, REVERSE.bit() | PENDING.bit(), null, Set.of()));
      }
    }
    return new Roster(account, groups, contacts);
  }

  static List<Group> groups(Handle handle, long owner) {
    return handle
        .select(GROUPS, owner)
        .map((row, _) ->
            new Group(UUID.fromString(row.getString(1)), row.getInt(2), row.getString(3)))
        .list();
  }

  private Map<Long, Other> others(ResultSet row) throws SQLException {
    Map<Long, Other> others = new HashMap<>();
    while (row.next()) {
      int lists = row.getInt(LISTS);
      others.put(row.getLong(1), new Other(lists, views.of(row, tells(lists, row))));
    }
    return others;
  }

  /** Takes those whom the owner keeps something about out of the others. */
  private List<Contact> contacts(ResultSet row, List<Group> groups, Map<Long, Other> others)
      throws SQLException {
    List<Contact> contacts = new ArrayList<>();
    Map<Integer, Set<UUID>> sameGroups = new HashMap<>();
    while (row.next()) {
      Other other = others.remove(row.getLong(1));
      int lists = row.getInt(LISTS);
      if (other != null && other.hasOwner()) {
        lists |= REVERSE.bit();
        if ((lists & (ALLOW.bit() | BLOCK.bit())) == 0 && row.getInt(DECIDED) == 0) {
          lists |= PENDING.bit();
        }
      }
      if (lists == 0) {
        continue; // decided about somebody who has left again
      }
      View view = other != null ? other.view : views.of(row, tells(0, row));
      int inGroups = row.getInt(IN_GROUPS);
      contacts.add(
          new Contact(
              view,
              lists,
              row.getString(LABEL),
              inGroups == 0
                  ? Set.of()
                  : sameGroups.computeIfAbsent(inGroups, sum -> of(sum, groups))));
    }
    return contacts;
  }

  /** Whether somebody who has the owner on these lists tells them telephone numbers. */
  private static boolean tells(int lists, ResultSet row) throws SQLException {
    return (lists & BLOCK.bit()) == 0
        && ((lists & ALLOW.bit()) != 0
            || row.getString(PRIVACY).equals(PrivacyDefault.ALLOW.code()));
  }

  private static Set<UUID> of(int sum, List<Group> groups) {
    return groups.stream()
        .filter(group -> (sum & 1 << group.number()) != 0)
        .map(Group::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
