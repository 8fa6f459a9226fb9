package im.chrysalis.wire.challenge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a person proves since MSNP15 that a ticket is theirs: by the server's nonce, hashed and
 * encrypted with keys that follow from the secret which came with the ticket. Base64, without line
 * breaks, of numbers of four bytes, little-endian, and bytes:
 *
 * <pre>
 *   28 | 1 (CBC) | 0x6603 (3DES) | 0x8004 (SHA-1) | 8 | 20 | length of the last
 *   8 bytes: initial vector | 20 bytes: HMAC-SHA1 of the nonce | the nonce, encrypted
 * </pre>
 *
 * <p>The nonce is taken as the text that stands on the line, never decoded.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/tickets.md#proof">docs/protocol/tickets.md</a>
 */
public final class TicketProof {
  private static final int NONCE_BYTES = 48;
  private static final int[] HEAD = {28, 1, 0x6603, 0x8004, 8, 20};
  private static final int HEAD_BYTES = 28;
  private static final int VECTOR_BYTES = 8;

  private TicketProof() {}

  /**
   * A fresh nonce: 64 characters.
   *
   * @param random one that can't be foretold, such as {@link java.security.SecureRandom}
   */
  public static String freshNonce(RandomGenerator random) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * The proof for a nonce: 172 characters for one of 64.
   *
   * @param secret the secret itself, not its base64
   * @param random for the initial vector, of which nothing depends
   */
  public static String of(byte[] secret, String nonce, RandomGenerator random) {
    byte[] vector = new byte[VECTOR_BYTES];
    random.nextBytes(vector);
    return of(secret, nonce, vector);
  }

  static String of(byte[] secret, String nonce, byte[] vector) {
    return Base64.getEncoder().encodeToString(bytes(secret, nonce, vector));
  }

  /**
   * Whether a proof is right; takes the same time wherever it differs. Whatever is no proof at all
   * is a wrong one.
   *
   * @param secret the secret itself, not its base64
   */
  public static boolean matches(String proof, byte[] secret, String nonce) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(proof);
    } catch (IllegalArgumentException noBase64) {
      return false;
    }
    if (bytes.length < HEAD_BYTES + VECTOR_BYTES) {
      return false;
    }
    byte[] vector = Arrays.copyOfRange(bytes, HEAD_BYTES, HEAD_BYTES + VECTOR_BYTES);
    return MessageDigest.isEqual(bytes, bytes(secret, nonce, vector));
  }

  private static byte[] bytes(byte[] secret, String nonce, byte[] vector) {
    byte[] text = nonce.getBytes(StandardCharsets.ISO_8859_1);
    byte[] hash = hash(secret, text);
    byte[] cipher = encrypted(secret, text, vector);
    ByteBuffer proof =
        ByteBuffer.allocate(HEAD_BYTES + vector.length + hash.length + cipher.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int number : HEAD) {
      proof.putInt(number);
    }
    return proof.putInt(cipher.length).put(vector).put(hash).put(cipher).array();
  }

  private static byte[] hash(byte[] secret, byte[] text) {
    return DerivedKey.hmac(DerivedKey.of(secret, "SESSION KEY HASH"), text);
  }

  private static byte[] encrypted(byte[] secret, byte[] text, byte[] vector) {
    byte[] key = DerivedKey.of(secret, "SESSION KEY ENCRYPTION");
    try {
      Cipher cipher = Cipher.getInstance("DESede/CBC/PKCS5Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DESede"), new IvParameterSpec(vector));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Triple DES", e);
    }
  }
}
