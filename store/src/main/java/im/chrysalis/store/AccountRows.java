package im.chrysalis.store;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Alias;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of accounts. */
final class AccountRows {
  /** What {@link #read} wants, in its order, of a table called {@code a}. */
  static final String COLUMNS =
      "a.number, a.address, a.name, a.alias, a.guid, a.cid, a.privacy, a.notice, a.list_version, "
          + PropertyColumns.list("a.%s");

  private static final int FIRST_PROPERTY = 10;

  /** The last column of those. */
  static final int WIDTH = FIRST_PROPERTY - 1 + Property.values().length;

  private static final String BY_NUMBER =
      "SELECT " + COLUMNS + " FROM account a WHERE a.number = ?";
  private static final String BY_ADDRESS =
      "SELECT " + COLUMNS + " FROM account a WHERE a.address = ?";
  private static final String CARD_BY_ADDRESS =
      "SELECT number, address, name FROM account WHERE address = ?";
  private static final String PAGE =
      "SELECT " + COLUMNS + " FROM account a WHERE a.number > ? ORDER BY a.number LIMIT ?";
  private static final String ORIGIN =
      "SELECT legacy_clients, created FROM account WHERE number = ?";
  private static final String CID = "SELECT cid FROM account WHERE number = ?";
  private static final String CIDS_AROUND =
      """
      SELECT number, cid FROM account WHERE number IN (
        SELECT person FROM contact WHERE owner = ?
        UNION SELECT owner FROM contact WHERE person = ?)
      """;
  private static final String UPDATE =
      "UPDATE account SET name = ?, privacy = ?, notice = ?, list_version = ?, "
          + PropertyColumns.list("%s = ?")
          + " WHERE number = ?";
  private static final String INSERT =
      "INSERT INTO account (number, address, name, alias, guid, cid, privacy, notice, list_version, "
          + PropertyColumns.list("%s")
          + ", legacy_clients, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
          + PropertyColumns.list("?")
          + ", ?, ?) ON CONFLICT DO NOTHING";

  private AccountRows() {}

  static Account read(ResultSet row) throws SQLException {
    return new Account(
        card(row),
        new Alias(row.getString(4)),
        UUID.fromString(row.getString(5)),
        row.getLong(6),
        privacy(row.getString(7)),
        notice(row.getString(8)),
        PropertyColumns.read(row, FIRST_PROPERTY),
        row.getLong(9));
  }

  /** Number, address and name in the first three columns. */
  static Card card(ResultSet row) throws SQLException {
    return new Card(
        new AccountId(row.getLong(1)), new EmailAddress(row.getString(2)), row.getString(3));
  }

  static PrivacyDefault privacy(String code) {
    return PrivacyDefault.ofCode(code).orElseThrow();
  }

  private static AddNotice notice(String code) {
    return AddNotice.ofCode(code).orElseThrow();
  }

  static Optional<Account> find(Sql sql, AccountId id) {
    return sql.first(BY_NUMBER, row -> read(row), id.number());
  }

  static Optional<Account> find(Sql sql, EmailAddress address) {
    return sql.first(BY_ADDRESS, row -> read(row), address.text());
  }

  static Optional<Card> card(Sql sql, EmailAddress address) {
    return sql.first(CARD_BY_ADDRESS, row -> card(row), address.text());
  }

  /** The CIDs of those who keep the owner as a contact, and of those whom the owner keeps. */
  static Map<AccountId, Long> cidsAround(Sql sql, AccountId owner) {
    return sql.scan(
        CIDS_AROUND,
        row -> {
          Map<AccountId, Long> cids = new HashMap<>();
          while (row.next()) {
            cids.put(new AccountId(row.getLong(1)), row.getLong(2));
          }
          return cids;
        },
        owner.number(),
        owner.number());
  }

  /** The CIDs of those who are there. */
  static Map<AccountId, Long> cids(Sql sql, Collection<AccountId> accounts) {
    Map<AccountId, Long> cids = new HashMap<>();
    for (AccountId account : accounts) {
      sql.first(CID, row -> row.getLong(1), account.number())
          .ifPresent(cid -> cids.put(account, cid));
    }
    return cids;
  }

  /** The next accounts behind a number, in the order of numbers. */
  static List<Account> page(Sql sql, long after, int most) {
    return sql.list(PAGE, row -> read(row), after, most);
  }

  /** What servers need not know of an account. */
  record Origin(boolean legacyClients, Instant created) {}

  static Origin origin(Sql sql, AccountId id) {
    return sql.first(
            ORIGIN,
            row -> new Origin(row.getInt(1) == 1, Instant.ofEpochMilli(row.getLong(2))),
            id.number())
        .orElseThrow();
  }

  /** Keeps name, settings and version. */
  static void update(Sql sql, Account account) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(account.card().name());
    values.add(account.privacy().code());
    values.add(account.notice().code());
    values.add(account.listVersion());
    addProperties(values, account);
    values.add(account.card().id().number());
    sql.update(UPDATE, values.toArray());
  }

  /** Makes the row; false when number, address, alias, GUID or CID is there already. */
  static boolean insert(Sql sql, Account account, boolean legacyClients, long created) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(account.card().id().number());
    values.add(account.card().address().text());
    values.add(account.card().name());
    values.add(account.alias().text());
    values.add(account.guid().toString());
    values.add(account.cid());
    values.add(account.privacy().code());
    values.add(account.notice().code());
    values.add(account.listVersion());
    addProperties(values, account);
    values.add(legacyClients ? 1 : 0);
    values.add(created);
    return sql.update(INSERT, values.toArray()) == 1;
  }

  private static void addProperties(List<@Nullable Object> values, Account account) {
    for (Property property : Property.values()) {
      values.add(account.properties().get(property));
    }
  }
}
