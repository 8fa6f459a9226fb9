package im.chrysalis.store;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleMember;
import im.chrysalis.domain.circle.CircleRole;
import im.chrysalis.domain.circle.CircleState;
import im.chrysalis.domain.circle.Newcomer;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of circles. */
final class CircleRows {
  private static final String SELECT =
      """
      SELECT c.number, c.name, c.owner, c.created, c.changed,
        a.number, a.address, a.name, m.role, m.message, m.since, m.blocked, i.number, i.address, i.name
      FROM circle c
      JOIN circle_member m ON m.circle = c.number
      JOIN account a ON a.number = m.account
      LEFT JOIN account i ON i.number = m.inviter
      """;
  private static final String ONE = SELECT + " WHERE c.number = ?";
  private static final String AROUND =
      SELECT
          + " WHERE c.number IN (SELECT circle FROM circle_member WHERE account = ?)"
          + " ORDER BY c.number";
  private static final String OWNED = SELECT + " WHERE c.owner = ? ORDER BY c.number";

  /** Invitations of somebody by people who are blocked, or not allowed where only those are. */
  private static final String UNWANTED =
      """
      SELECT m.circle FROM circle_member m
      JOIN account a ON a.number = m.account
      LEFT JOIN contact c ON c.owner = m.account AND c.person = m.inviter
      WHERE m.account = ? AND m.role = ? AND ((COALESCE(c.lists, 0) & ?) <> 0
        OR (a.privacy = 'BL' AND (COALESCE(c.lists, 0) & ?) = 0))
      """;

  private static final String COUNT =
      "SELECT count(*) FROM circle_member WHERE account = ? AND role <> ?";
  private static final String COUNT_INVITATIONS =
      "SELECT count(*) FROM circle_member WHERE account = ? AND role = ?";
  private static final String LOCK = "UPDATE circle SET changed = changed WHERE number = ?";
  private static final String INSERT =
      """
      INSERT INTO circle (number, name, owner, created, changed) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (number) DO NOTHING
      """;
  private static final String UPDATE =
      "UPDATE circle SET name = ?, owner = ?, changed = ? WHERE number = ?";
  private static final String DELETE = "DELETE FROM circle WHERE number = ?";
  private static final String SET_MEMBER =
      """
      INSERT INTO circle_member (circle, account, role, inviter, message, since, blocked)
      VALUES (?, ?, ?, CAST(? AS BIGINT), ?, ?, ?)
      ON CONFLICT (circle, account) DO UPDATE SET role = excluded.role,
        inviter = excluded.inviter, message = excluded.message, since = excluded.since,
        blocked = excluded.blocked
      """;
  private static final String DELETE_MEMBER =
      "DELETE FROM circle_member WHERE circle = ? AND account = ?";
  private static final String VERSION = "SELECT circle_version FROM account WHERE number = ?";
  private static final String SET_VERSION =
      "UPDATE account SET circle_version = ? WHERE number = ?";
  private static final String RAISE_VERSION =
      "UPDATE account SET circle_version = circle_version + 1 WHERE number = ?";

  private CircleRows() {}

  static Optional<Circle> find(Sql sql, CircleId id) {
    return sql.scan(ONE, CircleRows::circles, id.number()).stream().findFirst();
  }

  /** The circle, which no other server changes until this transaction ends. */
  static Optional<Circle> lock(Sql sql, CircleId id) {
    return sql.update(LOCK, id.number()) == 0 ? Optional.empty() : find(sql, id);
  }

  /** All that somebody is in or invited to. */
  static List<Circle> around(Sql sql, AccountId who) {
    return sql.scan(AROUND, CircleRows::circles, who.number());
  }

  /** The same without invitations that they do not want. */
  static List<Circle> wanted(Sql sql, AccountId who) {
    Set<CircleId> unwanted = Set.copyOf(unwanted(sql, who));
    return around(sql, who).stream().filter(it -> !unwanted.contains(it.id())).toList();
  }

  static List<Circle> owned(Sql sql, AccountId owner) {
    return sql.scan(OWNED, CircleRows::circles, owner.number());
  }

  private static List<CircleId> unwanted(Sql sql, AccountId who) {
    return sql.list(
        UNWANTED,
        row -> new CircleId(row.getLong(1)),
        who.number(),
        CircleRole.PENDING_OUTBOUND.code(),
        ContactList.BLOCK.bit(),
        ContactList.ALLOW.bit());
  }

  /** Somebody who has an account, and how many circles they have to do with. */
  static Optional<Newcomer> newcomer(Sql sql, AccountId who) {
    int invited = CircleRole.PENDING_OUTBOUND.code();
    return AccountRows.find(sql, who)
        .map(account ->
            new Newcomer(
                account.card(),
                (int) sql.number(COUNT, who.number(), invited),
                (int) sql.number(COUNT_INVITATIONS, who.number(), invited)
                    - unwanted(sql, who).size()));
  }

  /** Makes the rows of a new circle; false when there is one of the number. */
  static boolean insert(Sql sql, Circle circle) {
    if (sql.update(
            INSERT,
            circle.id().number(),
            circle.name(),
            circle.owner().number(),
            circle.created().toEpochMilli(),
            circle.changed().toEpochMilli())
        == 0) {
      return false;
    }
    setMembers(sql, circle.id(), circle.members());
    return true;
  }

  /** Makes the rows say what has become of a circle. */
  static void update(Sql sql, Circle before, Circle after) {
    CircleId id = after.id();
    if (after.isEnded()) {
      sql.update(DELETE, id.number()); // takes its members along
      return;
    }
    sql.update(
        UPDATE, after.name(), after.owner().number(), after.changed().toEpochMilli(), id.number());
    for (CircleMember member : before.members()) {
      if (after.member(member.who().id()).isEmpty()) {
        sql.update(DELETE_MEMBER, id.number(), member.who().id().number());
      }
    }
    setMembers(
        sql,
        id,
        after.members().stream().filter(member -> !before.members().contains(member)).toList());
  }

  private static void setMembers(Sql sql, CircleId id, List<CircleMember> members) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (CircleMember member : members) {
      rows.add(
          new @Nullable Object[] {
            id.number(),
            member.who().id().number(),
            member.role().code(),
            member.inviter().map(it -> it.id().number()).orElse(null),
            member.message(),
            member.since().toEpochMilli(),
            member.blocked() ? 1 : 0
          });
    }
    sql.updateAll(SET_MEMBER, rows);
  }

  static long version(Sql sql, AccountId who) {
    return sql.first(VERSION, row -> row.getLong(1), who.number()).orElse(0L);
  }

  static void setVersion(Sql sql, AccountId who, long version) {
    sql.update(SET_VERSION, version, who.number());
  }

  /** In the order of numbers, so that two servers never wait for each other. */
  static void raiseVersions(Sql sql, Collection<AccountId> of) {
    sql.updateAll(
        RAISE_VERSION,
        of.stream().sorted().map(who -> new @Nullable Object[] {who.number()}).toList());
  }

  /** The rows of a circle stand one behind the other. */
  private static List<Circle> circles(ResultSet row) throws SQLException {
    List<Circle> circles = new ArrayList<>();
    List<CircleMember> members = new ArrayList<>();
    boolean more = row.next();
    while (more) {
      CircleId id = new CircleId(row.getLong(1));
      String name = row.getString(2);
      AccountId owner = new AccountId(row.getLong(3));
      Instant created = Instant.ofEpochMilli(row.getLong(4));
      Instant changed = Instant.ofEpochMilli(row.getLong(5));
      do {
        members.add(member(row));
        more = row.next();
      } while (more && row.getLong(1) == id.number());
      circles.add(new Circle(id, name, owner, created, changed, members));
      members.clear();
    }
    return circles;
  }

  private static CircleMember member(ResultSet row) throws SQLException {
    CircleRole role = role(row.getInt(9));
    return new CircleMember(
        card(row, 6),
        role,
        role == CircleRole.PENDING_OUTBOUND ? CircleState.WAITING : CircleState.ACCEPTED,
        row.getString(14) == null ? Optional.empty() : Optional.of(card(row, 13)),
        row.getString(10),
        Instant.ofEpochMilli(row.getLong(11)),
        row.getInt(12) == 1);
  }

  private static Card card(ResultSet row, int first) throws SQLException {
    return new Card(
        new AccountId(row.getLong(first)),
        new EmailAddress(row.getString(first + 1)),
        row.getString(first + 2));
  }

  private static CircleRole role(int code) {
    return CircleRole.ofCode(code)
        .orElseThrow(() -> new StoreException("The store has a circle's role " + code + "."));
  }
}
