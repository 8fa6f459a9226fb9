package im.chrysalis.store;

import im.chrysalis.domain.account.KeptInvitation;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.time.Instant;
import java.util.List;

/** The rows of invitations: the newest of each inviter to each address. */
final class Invitations {
  private static final String KEEP =
      """
      INSERT INTO invitation (inviter, invited, body, time) VALUES (?, ?, ?, ?)
      ON CONFLICT (inviter, invited) DO UPDATE SET body = excluded.body, time = excluded.time
      """;
  private static final String ALL =
      """
      SELECT a.number, a.address, a.name, i.invited, i.body, i.time
      FROM invitation i JOIN account a ON a.number = i.inviter ORDER BY i.time, i.inviter
      """;

  private Invitations() {}

  static int keep(Sql sql, AccountId inviter, EmailAddress invited, String text) {
    long now = System.currentTimeMillis();
    return sql.update(KEEP, inviter.number(), invited.text(), text, now);
  }

  static List<KeptInvitation> all(Sql sql) {
    return sql.list(
        ALL,
        row ->
            new KeptInvitation(
                AccountRows.card(row),
                new EmailAddress(row.getString(4)),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6))));
  }
}
