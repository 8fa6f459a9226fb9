package im.chrysalis.store;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Problem;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Alias;
import im.chrysalis.values.PrivacyDefault;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Makes accounts out of wishes: finds what is taken, makes up what was left out. */
final class AccountMaker {
  private static final SecureRandom RANDOM = new SecureRandom();

  private AccountMaker() {}

  /** Why the account can't be made. */
  static Optional<Problem> complaint(Sql sql, NewAccount wanted) {
    return taken(sql, "address", Optional.of(wanted.address().text()), Problem.ADDRESS_TAKEN)
        .or(() -> taken(sql, "alias", wanted.alias().map(Alias::text), Problem.ALIAS_TAKEN))
        .or(() -> wanted.id().flatMap(id -> Numbers.complaint(sql, id)))
        .or(() -> taken(sql, "number", wanted.id().map(AccountId::number), Problem.NUMBER_TAKEN))
        .or(() -> taken(sql, "guid", wanted.guid().map(UUID::toString), Problem.GUID_TAKEN))
        .or(() ->
            wanted.cid().isPresent()
                ? taken(sql, "cid", Optional.of(wanted.cid().getAsLong()), Problem.CID_TAKEN)
                : Optional.empty());
  }

  /**
   * A new account with everything made up that was left out. Nothing but a number is taken yet.
   *
   * @param isReserved for aliases that may not be made up
   */
  static Account account(Sql sql, NewAccount wanted, Predicate<Alias> isReserved) {
    Predicate<Alias> isFree = alias -> !isReserved.test(alias) && !has(sql, "alias", alias.text());
    AccountId id = wanted.id().orElseGet(() -> Numbers.next(sql));
    wanted.id().ifPresent(taken -> Numbers.take(sql, taken));
    return new Account(
        new Card(id, wanted.address(), wanted.name().orElse(wanted.address().text())),
        wanted.alias().orElseGet(() -> AliasMaker.make(wanted.address(), id, isFree)),
        wanted.guid().orElseGet(UUID::randomUUID),
        wanted.cid().orElseGet(AccountMaker::randomCid),
        PrivacyDefault.ALLOW,
        AddNotice.ASK,
        Map.of(),
        1);
  }

  private static long randomCid() {
    long cid = RANDOM.nextLong();
    return cid == 0 ? 1 : cid; // clients take 0 for nothing
  }

  private static Optional<Problem> taken(
      Sql sql, String column, Optional<?> wanted, Problem problem) {
    return wanted.filter(value -> has(sql, column, value)).map(_ -> problem);
  }

  private static boolean has(Sql sql, String column, Object value) {
    String count = "SELECT count(*) FROM account WHERE " + column + " = ?";
    return sql.number(count, value) > 0;
  }
}
