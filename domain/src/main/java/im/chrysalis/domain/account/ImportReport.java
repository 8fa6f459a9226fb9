package im.chrysalis.domain.account;

import im.chrysalis.values.AccountId;
import java.util.List;
import java.util.Set;

/**
 * What an import did.
 *
 * @param imported how many accounts were made
 * @param badLines how many lines could not be used
 * @param complaints what is wrong with the first {@value #MAX_COMPLAINTS} of them, in their order
 * @param touched accounts that were there before and whose lists differ now: persons who are active
 *     must be read again
 */
public record ImportReport(
    int imported, int badLines, List<BadLine> complaints, Set<AccountId> touched) {

  /** How many bad lines are described. */
  public static final int MAX_COMPLAINTS = 100;

  /**
   * A line that can't be used.
   *
   * @param number from 1
   * @param why for people: without capital and full stop
   */
  public record BadLine(long number, String why) {
    @Override
    public String toString() {
      return "line " + number + ": " + why;
    }
  }
}
