package im.chrysalis.domain.account;

import java.time.Instant;
import java.util.HexFormat;

/**
 * What somebody gets for a password, and shows instead of it to all services of the network.
 *
 * @param id by which it is known again; secret
 * @param account whose it is, as the account was when the ticket was issued or found
 * @param mechanism how the client got it
 * @param proof what a client that signs in with the ticket must prove to know
 * @param renewal what a client must prove to know that wants another ticket for this one
 * @param expires when it ends, unless it is extended; in whole seconds
 * @see <a href="../../../../../../../../docs/protocol/tickets.md">docs/protocol/tickets.md</a>
 */
public record Ticket(
    TicketId id,
    Account account,
    Mechanism mechanism,
    ProofSecret proof,
    ProofSecret renewal,
    Instant expires) {

  /** How a client got a ticket. */
  public enum Mechanism {
    /** Passport 1.4: one HTTP request with the password in its head. */
    NEXUS,
    /** RST.srf, SOAP 1.1. */
    RST,
    /** RST2.srf, SOAP 1.2. */
    RST2,
    /** NotRST.srf, by a replacement of the client's own library that knows no secrets. */
    NOT_RST;

    /**
     * Whether the client was told the secrets, so that a sign-in by SSO needs the proof. Without
     * them the ticket alone must do.
     */
    public boolean hasSecrets() {
      return this == RST || this == RST2;
    }
  }

  /**
   * The ticket as clients carry it: {@code t=…&p=…}, both not empty, of letters, digits, {@code .},
   * {@code _}, {@code *}, {@code !} and {@code -}. Less than 100 characters.
   */
  public String text() {
    return "t=" + id.word() + "&p=" + HexFormat.of().toHexDigits(account.cid());
  }

  @Override
  public String toString() {
    return "Ticket[" + account.card() + ", " + mechanism + ", " + expires + "]";
  }
}
