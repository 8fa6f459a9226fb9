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

/**
 * Reads rosters, each in five statements, or six when somebody has the owner as a contact of whom
 * the owner keeps nothing. What others keep about the owner gives the reverse list, and says
 * whether the owner may know their telephone numbers.
 */
final class RosterReader {
  private static final String GROUPS =
      "SELECT id, number, name FROM contact_group WHERE owner = ? ORDER BY number";

  private static final String OTHERS_ABOUT_OWNER =
      "SELECT owner, lists FROM contact WHERE person = ?";

  private static final String OWNER_ABOUT_OTHERS =
      "SELECT "
          + OfflineViews.COLUMNS
          + ", a.privacy, c.lists, c.decided, c.label, c.in_groups"
          + " FROM contact c JOIN account a ON a.number = c.person WHERE c.owner = ?";

  private static final String STRANGERS =
      "SELECT "
          + OfflineViews.COLUMNS
          + ", a.privacy, c.lists FROM contact c JOIN account a ON a.number = c.owner"
          + " WHERE c.person = ? AND NOT EXISTS (SELECT 1 FROM contact mine"
          + " WHERE mine.owner = c.person AND mine.person = c.owner)";

  private static final int PRIVACY = OfflineViews.WIDTH + 1;
  private static final int LISTS = PRIVACY + 1;
  private static final int DECIDED = LISTS + 1;
  private static final int LABEL = DECIDED + 1;
  private static final int IN_GROUPS = LABEL + 1;

  private final OfflineViews views = new OfflineViews();

  Optional<Roster> read(Sql sql, AccountId owner) {
    return AccountRows.find(sql, owner).map(account -> read(sql, account));
  }

  private Roster read(Sql sql, Account account) {
    long owner = account.card().id().number();
    List<Group> groups = groups(sql, owner);
    Map<Long, Integer> others = sql.scan(OTHERS_ABOUT_OWNER, RosterReader::others, owner);
    List<Contact> contacts =
        sql.scan(OWNER_ABOUT_OTHERS, rows -> contacts(rows, groups, others), owner);
    if (others.values().stream().anyMatch(RosterReader::hasOwner)) {
      contacts.addAll(sql.scan(STRANGERS, this::strangers, owner));
    }
    return new Roster(account, groups, contacts, Letters.box(sql, owner));
  }

  static List<Group> groups(Sql sql, long owner) {
    return sql.list(
        GROUPS,
        row -> new Group(UUID.fromString(row.getString(1)), row.getInt(2), row.getString(3)),
        owner);
  }

  /** On which lists others have the owner. */
  private static Map<Long, Integer> others(ResultSet row) throws SQLException {
    Map<Long, Integer> others = new HashMap<>();
    while (row.next()) {
      others.put(row.getLong(1), row.getInt(2));
    }
    return others;
  }

  private static boolean hasOwner(int theirLists) {
    return (theirLists & FORWARD.bit()) != 0;
  }

  /** Takes those whom the owner keeps something about out of the others. */
  private List<Contact> contacts(ResultSet row, List<Group> groups, Map<Long, Integer> others)
      throws SQLException {
    List<Contact> contacts = new ArrayList<>();
    Map<Integer, Set<UUID>> sameGroups = new HashMap<>();
    while (row.next()) {
      Integer other = others.remove(row.getLong(1));
      int theirLists = other == null ? 0 : other;
      int lists = row.getInt(LISTS);
      if (hasOwner(theirLists)) {
        lists |= REVERSE.bit();
        if ((lists & (ALLOW.bit() | BLOCK.bit())) == 0 && row.getInt(DECIDED) == 0) {
          lists |= PENDING.bit();
        }
      }
      if (lists == 0) {
        continue; // decided about somebody who has left again
      }
      int inGroups = row.getInt(IN_GROUPS);
      contacts.add(
          new Contact(
              views.of(row, tells(theirLists, row)),
              lists,
              row.getString(LABEL),
              inGroups == 0
                  ? Set.of()
                  : sameGroups.computeIfAbsent(inGroups, sum -> of(sum, groups))));
    }
    return contacts;
  }

  /** Those who have the owner as a contact and of whom the owner keeps nothing. */
  private List<Contact> strangers(ResultSet row) throws SQLException {
    List<Contact> strangers = new ArrayList<>();
    while (row.next()) {
      int theirLists = row.getInt(LISTS);
      if (hasOwner(theirLists)) {
        View view = views.of(row, tells(theirLists, row));
        strangers.add(new Contact(view, REVERSE.bit() | PENDING.bit(), null, Set.of()));
      }
    }
    return strangers;
  }

  /** Whether somebody who has the owner on these lists tells them telephone numbers. */
  private static boolean tells(int theirLists, ResultSet row) throws SQLException {
    return (theirLists & BLOCK.bit()) == 0
        && ((theirLists & ALLOW.bit()) != 0
            || row.getString(PRIVACY).equals(PrivacyDefault.ALLOW.code()));
  }

  private static Set<UUID> of(int sum, List<Group> groups) {
    return groups.stream()
        .filter(group -> (sum & 1 << group.number()) != 0)
        .map(Group::id)
        .collect(Collectors.toUnmodifiableSet());
  }
}
