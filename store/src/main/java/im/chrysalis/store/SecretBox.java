package im.chrysalis.store;

import im.chrysalis.values.AccountId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what must be readable again, bound to its account so that a row copied to another
 * account opens nothing. Base64 of:
 *
 * <pre>
 *   nonce (12 bytes) | AES-256-GCM of the UTF-8 text | tag (16 bytes)
 * </pre>
 */
final class SecretBox {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** How many ciphers are kept: as many as are in use at once on any but a very large machine. */
  private static final int MOST_CIPHERS = 16;

  private final SecretKey key;

  /** Those that nobody uses. To make one takes longer than to open a box, which is done often. */
  private final BlockingQueue<Cipher> idle = new ArrayBlockingQueue<>(MOST_CIPHERS);

  SecretBox(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  String close(AccountId account, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      byte[] closed = use(Cipher.ENCRYPT_MODE, nonce, account, bytes, 0);
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + CIPHER, e);
    }
  }

  /** The text, or nothing when it was closed with another key, for another account, or damaged. */
  Optional<String> open(AccountId account, String box) {
    try {
      byte[] bytes = Base64.getDecoder().decode(box);
      if (bytes.length < NONCE_BYTES + TAG_BYTES) {
        return Optional.empty();
      }
      byte[] nonce = new byte[NONCE_BYTES];
      System.arraycopy(bytes, 0, nonce, 0, NONCE_BYTES);
      byte[] text = use(Cipher.DECRYPT_MODE, nonce, account, bytes, NONCE_BYTES);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + CIPHER, e);
    }
  }

  private byte[] use(int mode, byte[] nonce, AccountId account, byte[] bytes, int from)
      throws GeneralSecurityException {
    @Nullable Cipher kept = idle.poll();
    Cipher cipher = kept == null ? Cipher.getInstance(CIPHER) : kept;
    cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(0, account.number()));
    byte[] result = cipher.doFinal(bytes, from, bytes.length - from);
    var _ = idle.offer(cipher); // one that failed is not kept
    return result;
  }
}
