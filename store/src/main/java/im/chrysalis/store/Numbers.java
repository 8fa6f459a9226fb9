package im.chrysalis.store;

import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Problem;
import im.chrysalis.values.AccountId;
import java.util.Optional;

/** Gives numbers to accounts, none of them twice. */
final class Numbers {
  private static final String NEXT =
      "UPDATE counter SET last = last + 1 WHERE name = 'account' RETURNING last";
  private static final String RAISE =
      "UPDATE counter SET last = ? WHERE name = 'account' AND last < ?";
  private static final String IS_RETIRED = "SELECT count(*) FROM retired WHERE number = ?";

  private Numbers() {}

  static AccountId next(Sql sql) {
    return new AccountId(sql.number(NEXT));
  }

  /** Takes a number that was asked for out of those to be given. */
  static void take(Sql sql, AccountId wanted) {
    sql.update(RAISE, wanted.number(), wanted.number());
  }

  /** Why a number can't be given, apart from somebody having it. */
  static Optional<Problem> complaint(Sql sql, AccountId wanted) {
    if (wanted.number() < AccountId.FIRST || wanted.number() > NewAccount.MAX_NUMBER) {
      return Optional.of(Problem.NUMBER_OUT_OF_RANGE);
    }
    return sql.number(IS_RETIRED, wanted.number()) > 0
        ? Optional.of(Problem.NUMBER_WAS_USED)
        : Optional.empty();
  }
}
