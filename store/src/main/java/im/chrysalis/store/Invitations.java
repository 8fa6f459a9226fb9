package im.chrysalis.store;

import im.chrysalis.domain.account.KeptInvitation;
import im.chrysalis.domain.account.KeptInvitation.State;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The rows of invitations: the newest of each inviter to each address. What was sent once is not
 * sent again, so that nobody can be showered with letters.
 */
final class Invitations {
  private static final String KEEP =
      """
      INSERT INTO invitation (inviter, invited, body, time) VALUES (?, ?, ?, ?)
      ON CONFLICT (inviter, invited) DO UPDATE SET body = excluded.body, time = excluded.time,
      state = CASE invitation.state WHEN 'sent' THEN 'sent' ELSE 'queued' END
      """;
  private static final String SELECT =
      """
      SELECT a.number, a.address, a.name, i.invited, i.body, i.time, i.state
      FROM invitation i JOIN account a ON a.number = i.inviter
      """;
  private static final String IN_ORDER = " ORDER BY i.time, i.inviter";
  private static final String ALL = SELECT + IN_ORDER;
  private static final String QUEUED = SELECT + " WHERE i.state = 'queued'" + IN_ORDER;
  private static final String BECOMES =
      """
      UPDATE invitation SET state = ?
      WHERE inviter = ? AND invited = ? AND time = ? AND state = ?
      """;

  private Invitations() {}

  static int keep(Sql sql, AccountId inviter, EmailAddress invited, String text) {
    long now = System.currentTimeMillis();
    return sql.update(KEEP, inviter.number(), invited.text(), text, now);
  }

  static List<KeptInvitation> all(Sql sql) {
    return list(sql, ALL);
  }

  static List<KeptInvitation> queued(Sql sql) {
    return list(sql, QUEUED);
  }

  private static List<KeptInvitation> list(Sql sql, String statement) {
    return sql.list(
        statement,
        row ->
            new KeptInvitation(
                AccountRows.card(row),
                new EmailAddress(row.getString(4)),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                State.valueOf(row.getString(7).toUpperCase(Locale.ROOT))));
  }

  /** Changes the state of an invitation that is still as it was read; whether it was. */
  static boolean becomes(Sql sql, KeptInvitation it, State next) {
    return sql.update(
            BECOMES,
            code(next),
            it.inviter().id().number(),
            it.invited().text(),
            it.time().toEpochMilli(),
            code(it.state()))
        == 1;
  }

  private static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
