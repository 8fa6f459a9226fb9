package im.chrysalis.store;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.offline.Letterbox;
import im.chrysalis.domain.offline.Letterbox.Slip;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.offline.OfflineMessage.Place;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of offline messages. */
final class Letters {
  private static final String KEEP =
      """
      INSERT INTO offline_message (owner, id, sender, sender_address, sender_name, sent, series,
        place, format, body, size, fingerprint)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String REMOVE = "DELETE FROM offline_message WHERE owner = ? AND id = ?";

  private static final String SLIPS =
      "SELECT id, sender, sent, size, fingerprint FROM offline_message WHERE owner = ?";

  private static final String MESSAGES =
      """
      SELECT id, sender, sender_address, sender_name, sent, series, place, format, body
      FROM offline_message WHERE owner = ?
      """;

  private static final String ALL = MESSAGES + " ORDER BY sent, series, place, id";

  private static final String ONE = MESSAGES + " AND id = ?";

  private Letters() {}

  static void keep(Sql sql, long owner, OfflineMessage it) {
    Card from = it.from();
    sql.update(
        KEEP,
        owner,
        it.id().toString(),
        from.id().number(),
        from.address().text(),
        from.name(),
        it.sent().toEpochMilli(),
        it.place().map(Place::series).orElse(null),
        it.place().map(Place::number).orElse(0),
        it.format().orElse(null),
        it.text(),
        it.bytes(),
        it.fingerprint().map(UUID::toString).orElse(null));
  }

  static void remove(Sql sql, long owner, Set<UUID> ids) {
    sql.updateAll(
        REMOVE, ids.stream().map(id -> new @Nullable Object[] {owner, id.toString()}).toList());
  }

  static Letterbox box(Sql sql, long owner) {
    return new Letterbox(sql.list(SLIPS, Letters::slip, owner));
  }

  static List<OfflineMessage> all(Sql sql, AccountId owner) {
    return sql.list(ALL, Letters::message, owner.number());
  }

  static Optional<OfflineMessage> find(Sql sql, AccountId owner, UUID id) {
    return sql.first(ONE, Letters::message, owner.number(), id.toString());
  }

  private static Slip slip(ResultSet row) throws SQLException {
    return new Slip(
        UUID.fromString(row.getString(1)),
        new AccountId(row.getLong(2)),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getInt(4),
        Optional.ofNullable(row.getString(5)).map(UUID::fromString));
  }

  private static OfflineMessage message(ResultSet row) throws SQLException {
    Card from =
        new Card(
            new AccountId(row.getLong(2)), EmailAddress.of(row.getString(3)), row.getString(4));
    int place = row.getInt(7);
    return new OfflineMessage(
        UUID.fromString(row.getString(1)),
        from,
        Instant.ofEpochMilli(row.getLong(5)),
        Optional.ofNullable(row.getString(6)).map(series -> new Place(series, place)),
        Optional.ofNullable(row.getString(8)),
        row.getString(9));
  }
}
