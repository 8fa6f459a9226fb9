package im.chrysalis.store;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.Passwords;
import im.chrysalis.store.Credentials.Kind;
import im.chrysalis.values.EmailAddress;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/** Checks passwords on as many threads as there are cores. */
final class StoredPasswords implements Passwords, AutoCloseable {
  /** With 30 ms each, the last one in the queue waits two seconds. */
  static final int WAITING_PER_CORE = 64;

  private final Reads reads;
  private final ThreadPoolExecutor hashing;
  private final PasswordHash decoy;

  /** What there is to compare with. */
  private record Kept(Card card, PasswordHash whole, Optional<PasswordHash> cut) {
    boolean matches(String password) {
      return whole.matches(password) || (cut.isPresent() && cut.get().matches(password));
    }
  }

  StoredPasswords(Reads reads, HashStrength strength) {
    this.reads = reads;
    this.decoy = PasswordHash.ofNothing(strength);
    int cores = Runtime.getRuntime().availableProcessors();
    this.hashing =
        new ThreadPoolExecutor(
            cores,
            cores,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(cores * WAITING_PER_CORE),
            Thread.ofPlatform().daemon().name("store-hash-", 0).factory());
    this.hashing.allowCoreThreadTimeOut(true);
  }

  @Override
  public CompletionStage<PasswordCheck> verify(EmailAddress address, String password) {
    if (hashing.getQueue().remainingCapacity() == 0) {
      return CompletableFuture.completedStage(new PasswordCheck.Busy());
    }
    return reads.submit(handle -> find(handle, address)).thenCompose(kept -> check(kept, password));
  }

  private CompletableFuture<PasswordCheck> check(Optional<Kept> kept, String password) {
    try {
      return CompletableFuture.supplyAsync(
          () -> {
            if (kept.isEmpty()) {
              decoy.matches(password); // whether there is such an account must not show in the time
              return new PasswordCheck.Wrong();
            }
            return kept.get().matches(password)
                ? new PasswordCheck.Right(kept.get().card())
                : new PasswordCheck.Wrong();
          },
          hashing);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(new PasswordCheck.Busy());
    }
  }

  private static Optional<Kept> find(Handle handle, EmailAddress address) {
    return AccountRows.card(handle, address)
        .flatMap(card ->
            hash(handle, card, Kind.PASSWORD)
                .map(whole -> new Kept(card, whole, hash(handle, card, Kind.CUT))));
  }

  private static Optional<PasswordHash> hash(Handle handle, Card card, Kind kind) {
    return Credentials.find(handle, card.id(), kind).flatMap(PasswordHash::parse);
  }

  @Override
  public void close() {
    hashing.shutdownNow();
  }
}
