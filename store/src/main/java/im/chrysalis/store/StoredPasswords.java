package im.chrysalis.store;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.Passwords;
import im.chrysalis.store.Credentials.Kind;
import im.chrysalis.values.EmailAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Checks passwords against the kept hashes. */
final class StoredPasswords implements Passwords {
  private final Reads reads;
  private final Hashing hashing;
  private final PasswordHash decoy;

  /** What there is to compare with. */
  private record Kept(Card card, PasswordHash whole, Optional<PasswordHash> beginning) {
    boolean matches(String password) {
      return whole.matches(password)
          || (beginning.isPresent() && beginning.get().matches(password));
    }
  }

  StoredPasswords(Reads reads, Hashing hashing) {
    this.reads = reads;
    this.hashing = hashing;
    this.decoy = PasswordHash.ofNothing(hashing.strength());
  }

  @Override
  public CompletionStage<PasswordCheck> verify(EmailAddress address, String password) {
    return reads
        .submit(sql -> find(sql, address))
        .thenCompose(kept ->
            hashing
                .offer(() -> check(kept, password))
                .orElseGet(() -> CompletableFuture.completedFuture(new PasswordCheck.Busy())));
  }

  private PasswordCheck check(Optional<Kept> kept, String password) {
    if (kept.isEmpty()) {
      decoy.matches(password); // whether there is such an account must not show in the time
      return new PasswordCheck.Wrong();
    }
    return kept.get().matches(password)
        ? new PasswordCheck.Right(kept.get().card())
        : new PasswordCheck.Wrong();
  }

  private static Optional<Kept> find(Sql sql, EmailAddress address) {
    return AccountRows.card(sql, address)
        .flatMap(card ->
            hash(sql, card, Kind.PASSWORD)
                .map(whole -> new Kept(card, whole, hash(sql, card, Kind.BEGINNING))));
  }

  private static Optional<PasswordHash> hash(Sql sql, Card card, Kind kind) {
    return Credentials.find(sql, card.id(), kind).flatMap(PasswordHash::parse);
  }
}
