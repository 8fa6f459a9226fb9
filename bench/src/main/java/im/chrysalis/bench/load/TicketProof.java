package im.chrysalis.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The answer to the nonce of {@code USR t SSO S}. */
public final class TicketProof {
  private static final int KEY_BYTES = 24;

  /** Length of the head, CBC, Triple DES, SHA-1, and the lengths of vector, hash and cipher. */
  private static final int[] HEAD = {28, 1, 0x6603, 0x8004, 8, 20, 72};

  // anything will do; always the same makes runs alike
  private static final byte[] VECTOR = new byte[8];

  private TicketProof() {}

  /** The word behind the ticket. */
  public static String of(byte[] secret, String nonce) {
    byte[] text = nonce.getBytes(ISO_8859_1);
    try {
      Cipher cipher = Cipher.getInstance("DESede/CBC/PKCS5Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key(secret, "SESSION KEY ENCRYPTION"), "DESede"),
          new IvParameterSpec(VECTOR));
      byte[] encrypted = cipher.doFinal(text);
      byte[] hash = hmac(key(secret, "SESSION KEY HASH"), text);
      ByteBuffer proof =
          ByteBuffer.allocate(HEAD[0] + VECTOR.length + hash.length + encrypted.length)
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int number : HEAD) proof.putInt(number);
      proof.put(VECTOR).put(hash).put(encrypted);
      return Base64.getEncoder().encodeToString(proof.array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Triple DES and HMAC-SHA1", e);
    }
  }

  private static byte[] key(byte[] secret, String label) throws GeneralSecurityException {
    byte[] whole = ("WS-SecureConversation" + label).getBytes(ISO_8859_1);
    byte[] first = hmac(secret, whole);
    byte[] third = hmac(secret, first);
    byte[] key = Arrays.copyOf(hmac(secret, joined(first, whole)), KEY_BYTES);
    byte[] rest = hmac(secret, joined(third, whole));
    System.arraycopy(rest, 0, key, first.length, KEY_BYTES - first.length);
    return key;
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    return mac.doFinal(text);
  }
}
