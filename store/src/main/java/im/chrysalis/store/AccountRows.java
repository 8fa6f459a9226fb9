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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rows of accounts. */
final class AccountRows {
  /** What {@link #read} wants, in its order, of a table called {@code a}. */
  static final String COLUMNS =
      "a.number, a.address, a.name, a.alias, a.guid, a.cid, a.privacy, a.notice, a.list_version, "
          + PropertyColumns.list("a.%s");

  private static final int FIRST_PROPERTY = 10;

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

  static Optional<Account> find(Handle handle, AccountId id) {
    return handle.select(BY_NUMBER, id.number()).map((row, _) -> read(row)).findOne();
  }

  static Optional<Account> find(Handle handle, EmailAddress address) {
    return handle.select(BY_ADDRESS, address.text()).map((row, _) -> read(row)).findOne();
  }

  static Optional<Card> card(Handle handle, EmailAddress address) {
    return handle.select(CARD_BY_ADDRESS, address.text()).map((row, _) -> card(row)).findOne();
  }

  /** The next accounts behind a number, in the order of numbers. */
  static List<Account> page(Handle handle, long after, int most) {
    return handle.select(PAGE, after, most).map((row, _) -> read(row)).list();
  }

  /** What servers need not know of an account. */
  record Origin(boolean legacyClients, Instant created) {}

  static Origin origin(Handle handle, AccountId id) {
    return handle
        .select(ORIGIN, id.number())
        .map((row, _) -> new Origin(row.getInt(1) == 1, Instant.ofEpochMilli(row.getLong(2))))
        .one();
  }

  /** Keeps name, settings and version. */
  static void update(Handle handle, Account account) {
    var update =
        handle
            .createUpdate(UPDATE)
            .bind(0, account.card().name())
            .bind(1, account.privacy().code())
            .bind(2, account.notice().code())
            .bind(3, account.listVersion());
    int next = bindProperties(update, 4, account);
    update.bind(next, account.card().id().number()).execute();
  }

  /** Makes the row; false when number, address, alias, GUID or CID is there already. */
  static boolean insert(Handle handle, Account account, boolean legacyClients, long created) {
    var insert = handle.createUpdate(INSERT);
    bind(insert, account, legacyClients, created);
    return insert.execute() == 1;
  }

  private static void bind(
      SqlStatement<?> insert, Account account, boolean legacyClients, long created) {
    insert
        .bind(0, account.card().id().number())
        .bind(1, account.card().address().text())
        .bind(2, account.card().name())
        .bind(3, account.alias().text())
        .bind(4, account.guid().toString())
        .bind(5, account.cid())
        .bind(6, account.privacy().code())
        .bind(7, account.notice().code())
        .bind(8, account.listVersion());
    int next = bindProperties(insert, 9, account);
    insert.bind(next, legacyClients ? 1 : 0).bind(next + 1, created);
  }

  private static int bindProperties(SqlStatement<?> statement, int first, Account account) {
    int position = first;
    for (Property property : Property.values()) {
      statement.bind(position++, account.properties().get(property));
    }
    return position;
  }
}
