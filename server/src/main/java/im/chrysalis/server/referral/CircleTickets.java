package im.chrysalis.server.referral;

import im.chrysalis.domain.account.Tickets;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the address book gives to a client that is in a circle, and the notification server is shown
 * before it tells the client of circles. A ticket says everything itself and is sealed, so that the
 * two need not know of each other. Any thread.
 *
 * <pre>
 * SignedTicket
 *   Data  base64 of &lt;Ticket&gt;&lt;TS&gt;when it was issued&lt;/TS&gt;&lt;CID&gt;for whom&lt;/CID&gt;&lt;/Ticket&gt;
 *   Sig   base64 of HMAC-SHA256 over the bytes in Data
 * </pre>
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/circles.md#ticket">docs/protocol/circles.md</a>
 */
public final class CircleTickets {
  /** How long a ticket holds: as long as the one with which the book was read. */
  public static final Duration LIFETIME = Tickets.VALIDITY;

  /** The key's purpose, of which all nodes of a network derive the same. */
  public static final String PURPOSE = "circle tickets";

  private static final int MOST_PRESENTED = 2_000;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String BASE64 = "([A-Za-z0-9+/=]+)";
  private static final Pattern WHOLE =
      Pattern.compile("<Data>" + BASE64 + "</Data><Sig>" + BASE64 + "</Sig></SignedTicket>$");
  private static final Pattern DATA =
      Pattern.compile("<Ticket><TS>([^<]+)</TS><CID>(\\d{1,18})</CID></Ticket>");

  private final SecretKeySpec key;
  private final Timer timer;

  /**
   * Tickets sealed with a key.
   *
   * @param key 32 bytes, the same on all nodes
   */
  public CircleTickets(byte[] key, Timer timer) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.timer = timer;
  }

  /** A ticket as the book has it: the text of an XML document. */
  public String issue(AccountId account) {
    Instant now = timer.now().truncatedTo(ChronoUnit.SECONDS);
    byte[] data =
        "<Ticket><TS>%s</TS><CID>%d</CID></Ticket>"
            .formatted(now, account.number())
            .getBytes(StandardCharsets.US_ASCII);
    return "<?xml version=\"1.0\" encoding=\"utf-16\"?><SignedTicket ver=\"1\" keyVer=\"1\"><Data>"
        + Base64.getEncoder().encodeToString(data)
        + "</Data><Sig>"
        + Base64.getEncoder().encodeToString(seal(data))
        + "</Sig></SignedTicket>";
  }

  /**
   * For whom a ticket was issued.
   *
   * @param presented as a client shows it: the text of the ticket in base64
   * @return nothing when it is forged or old
   */
  public Optional<AccountId> redeem(String presented) {
    if (presented.length() > MOST_PRESENTED) {
      return Optional.empty();
    }
    try {
      Matcher whole = WHOLE.matcher(text(presented));
      return whole.find() ? opened(decoded(whole.group(1)), decoded(whole.group(2))) : none();
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      return none();
    }
  }

  private Optional<AccountId> opened(byte[] data, byte[] seal) {
    if (!MessageDigest.isEqual(seal, seal(data))) {
      return none();
    }
    Matcher said = DATA.matcher(new String(data, StandardCharsets.US_ASCII));
    return said.matches() && isFresh(Instant.parse(said.group(1)))
        ? Optional.of(new AccountId(Long.parseLong(said.group(2))))
        : none();
  }

  private boolean isFresh(Instant issued) {
    return !timer.now().isAfter(issued.plus(LIFETIME));
  }

  private static Optional<AccountId> none() {
    return Optional.empty();
  }

  private static String text(String base64) {
    return new String(decoded(base64), StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private byte[] seal(byte[] data) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(data);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, missing);
    }
  }
}
