package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.TicketId;
import im.chrysalis.wire.challenge.DerivedKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The token by which a client gets another ticket without its password. Clients can't look into it.
 * Base64 of a key that nobody learns who only sees the ticket, and of the ticket's id:
 *
 * <pre>
 *   24 bytes that follow from the renewal secret | the id's characters
 * </pre>
 */
final class RenewalToken {
  private static final byte[] PURPOSE = "RENEWAL TOKEN".getBytes(StandardCharsets.US_ASCII);

  private final byte[] key;
  private final String id;

  private RenewalToken(byte[] key, String id) {
    this.key = key;
    this.id = id;
  }

  /** The token of a ticket. */
  static String of(Ticket ticket) {
    byte[] key = key(ticket);
    byte[] id = ticket.id().word().getBytes(StandardCharsets.US_ASCII);
    byte[] token = Arrays.copyOf(key, key.length + id.length);
    System.arraycopy(id, 0, token, key.length, id.length);
    return Base64.getEncoder().encodeToString(token);
  }

  /** A token as a client presents it; nothing when it is none. */
  static Optional<RenewalToken> read(String presented) {
    try {
      byte[] token = Base64.getMimeDecoder().decode(presented);
      if (token.length <= DerivedKey.BYTES) {
        return Optional.empty();
      }
      return Optional.of(
          new RenewalToken(
              Arrays.copyOf(token, DerivedKey.BYTES),
              new String(
                  token,
                  DerivedKey.BYTES,
                  token.length - DerivedKey.BYTES,
                  StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** Of which ticket it seems to be. */
  TicketId id() {
    return new TicketId(id);
  }

  /** Whether it is of the ticket. */
  boolean isOf(Ticket ticket) {
    return MessageDigest.isEqual(key, key(ticket));
  }

  private static byte[] key(Ticket ticket) {
    return DerivedKey.of(ticket.renewal().bytes(), PURPOSE);
  }
}
