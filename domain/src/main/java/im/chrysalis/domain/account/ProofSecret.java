package im.chrysalis.domain.account;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * A secret that a client is told together with its ticket, to prove later that it was the client
 * that was told.
 *
 * @param base64 the {@value #BYTES} bytes, as clients are told
 */
public record ProofSecret(String base64) {
  /** How long every secret is: a key of Triple DES. */
  public static final int BYTES = 24;

  /**
   * A fresh secret.
   *
   * @param random one that can't be foretold, such as {@link java.security.SecureRandom}
   */
  public static ProofSecret fresh(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new ProofSecret(Base64.getEncoder().encodeToString(bytes));
  }

  /** The secret itself. */
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return "ProofSecret";
  }
}
