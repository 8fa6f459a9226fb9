package im.chrysalis.wire.challenge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys that follow from the secret of a ticket, as WS-SecureConversation derives them. Both sides
 * of {@link TicketProof} use them, and whoever renews a ticket.
 *
 * @see <a href="../../../../../../../../docs/protocol/tickets.md#keys">docs/protocol/tickets.md</a>
 */
public final class DerivedKey {
  /** How long a key is, in bytes: a key of Triple DES. */
  public static final int BYTES = 24;

  private static final String HMAC = "HmacSHA1";
  private static final byte[] PREFIX = "WS-SecureConversation".getBytes(StandardCharsets.US_ASCII);

  private DerivedKey() {}

  /**
   * The key for a purpose.
   *
   * @param secret the secret itself, not its base64
   * @param label the purpose, or a nonce
   */
  public static byte[] of(byte[] secret, byte[] label) {
    Mac hmac = keyed(secret); // set up once, since that costs more than a hash
    byte[] seed = joined(PREFIX, label);
    byte[] first = hmac.doFinal(seed);
    byte[] second = hmac.doFinal(first);
    byte[] key = Arrays.copyOf(hmac.doFinal(joined(first, seed)), BYTES);
    byte[] rest = hmac.doFinal(joined(second, seed));
    int have = rest.length;
    System.arraycopy(rest, 0, key, have, BYTES - have);
    return key;
  }

  static byte[] of(byte[] secret, String label) {
    return of(secret, label.getBytes(StandardCharsets.US_ASCII));
  }

  /** HMAC-SHA1, 20 bytes. */
  public static byte[] hmac(byte[] key, byte[] text) {
    return keyed(key).doFinal(text);
  }

  private static Mac keyed(byte[] key) {
    try {
      Mac hmac = Mac.getInstance(HMAC);
      hmac.init(new SecretKeySpec(key, HMAC));
      return hmac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
