package im.chrysalis.wire;

/**
 * A transaction id: chosen by the client, opaque to the server, repeated in every answer.
 *
 * @param value 0 to 4294967295; 0 is also what a server writes where nobody asked
 */
public record TrId(long value) {
  /** The id of what a server says unasked. */
  public static final TrId UNASKED = new TrId(0);

  private static final long MAX = 0xFFFF_FFFFL;

  public TrId {
    if (value < 0 || value > MAX) {
      throw new IllegalArgumentException("transaction id " + value);
    }
  }

  /** Whether the word is a transaction id: decimal digits, at most 4294967295. */
  public static boolean matches(String word) {
    return !word.isEmpty() && word.length() <= 10 && allDigits(word) && Long.parseLong(word) <= MAX;
  }

  private static boolean allDigits(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
