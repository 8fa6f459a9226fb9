package im.chrysalis.values;

/**
 * The number of an account: unique in the network, given once and never given again. It is also the
 * number by which ICQ-like protocols address the account.
 *
 * @param number at least {@value #FIRST}
 */
public record AccountId(long number) implements Comparable<AccountId> {
  /** The number of the first account. */
  public static final long FIRST = 10_001;

  @Override
  public int compareTo(AccountId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
