package im.chrysalis.store;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.ProofSecret;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.domain.account.TicketId;
import im.chrysalis.values.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The rows of tickets: ids hashed, secrets in a box, so that the rows alone let nobody in. */
final class TicketRows {
  private static final String INSERT =
      "INSERT INTO ticket (id, account, mechanism, secrets, expires) VALUES (?, ?, ?, ?, ?)";
  private static final String SELECT =
      "SELECT "
          + AccountRows.COLUMNS
          + ", t.mechanism, t.secrets, t.expires FROM ticket t"
          + " JOIN account a ON a.number = t.account WHERE t.id = ? AND t.expires > ?";
  private static final String EXTEND = "UPDATE ticket SET expires = ? WHERE id = ? AND expires > ?";
  private static final String END_ALL = "DELETE FROM ticket WHERE account = ?";
  private static final String SWEEP = "DELETE FROM ticket WHERE expires <= ?";

  private final SecretBox box;

  /** A row whose box is still closed. */
  record Sealed(Account account, Mechanism mechanism, String secrets, Instant expires) {}

  TicketRows(SecretBox box) {
    this.box = box;
  }

  void insert(Sql sql, Ticket ticket) {
    AccountId account = ticket.account().card().id();
    sql.update(
        INSERT,
        hash(ticket.id()),
        account.number(),
        code(ticket.mechanism()),
        box.close(account, ticket.proof().base64() + " " + ticket.renewal().base64()),
        ticket.expires().toEpochMilli());
  }

  /** A ticket that has not expired. */
  static Optional<Sealed> find(Sql sql, TicketId id, Instant now) {
    return sql.first(SELECT, TicketRows::sealed, hash(id), now.toEpochMilli());
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    return new Sealed(
        AccountRows.read(row),
        mechanism(row.getString(AccountRows.WIDTH + 1)),
        row.getString(AccountRows.WIDTH + 2),
        Instant.ofEpochMilli(row.getLong(AccountRows.WIDTH + 3)));
  }

  /** The ticket of a row; nothing when its box was tampered with. */
  Optional<Ticket> open(TicketId id, Sealed row) {
    return box.open(row.account().card().id(), row.secrets())
        .map(secrets -> secrets.split(" ", 2))
        .map(secrets ->
            new Ticket(
                id,
                row.account(),
                row.mechanism(),
                new ProofSecret(secrets[0]),
                new ProofSecret(secrets[1]),
                row.expires()));
  }

  static boolean extend(Sql sql, TicketId id, Instant now, Instant expires) {
    return sql.update(EXTEND, expires.toEpochMilli(), hash(id), now.toEpochMilli()) == 1;
  }

  static void endAllOf(Sql sql, AccountId account) {
    sql.update(END_ALL, account.number());
  }

  /** Removes what has expired. */
  static void sweep(Sql sql, Instant now) {
    sql.update(SWEEP, now.toEpochMilli());
  }

  private static String code(Mechanism mechanism) {
    return mechanism.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Mechanism mechanism(String code) {
    return Mechanism.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Needs no salt: an id is as long and as random as the hash. */
  private static String hash(TicketId id) {
    try {
      byte[] bytes = id.word().getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
