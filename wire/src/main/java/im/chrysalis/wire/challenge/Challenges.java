package im.chrysalis.wire.challenge;

import java.util.random.RandomGenerator;

/** Makes what a server asks: different each time, so that no answer can be used twice. */
public final class Challenges {
  /** How many digits a challenge has. */
  public static final int LENGTH = 20;

  private Challenges() {}

  /**
   * A fresh challenge: {@value #LENGTH} digits, the first of them not 0, so that it stays the same
   * for a client that takes it for a number. Fit for passwords and for clients.
   *
   * @param random one that can't be foretold, such as {@link java.security.SecureRandom}
   */
  public static String fresh(RandomGenerator random) {
    StringBuilder digits = new StringBuilder(LENGTH);
    digits.append((char) ('1' + random.nextInt(9)));
    while (digits.length() < LENGTH) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }
}
