package im.chrysalis.domain.person;

import im.chrysalis.domain.account.TicketId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which client something comes from, so that it need not be told of it. A client shows the same
 * ticket wherever it goes, at the notification server and at the web services.
 *
 * @param mark made from the ticket, and of no use in its place
 */
public record Origin(long mark) {

  /** The client that shows a ticket. */
  public static Origin of(TicketId ticket) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(("origin:" + ticket.word()).getBytes(StandardCharsets.UTF_8));
      return new Origin(ByteBuffer.wrap(hash).getLong());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java lacks SHA-256", missing);
    }
  }
}
