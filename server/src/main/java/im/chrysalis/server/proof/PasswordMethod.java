package im.chrysalis.server.proof;

import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.account.Accounts.LegacySecret;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.server.access.PasswordGuard;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.challenge.PasswordProof;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * MSNP2 to MSNP7: the MD5 of a challenge and the password.
 *
 * @see <a href="../../../../../../../../docs/protocol/sign-in.md#md5">docs/protocol/sign-in.md</a>
 */
public final class PasswordMethod implements Method {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Accounts accounts;
  private final PasswordGuard guard;
  private final Timer timer;

  public PasswordMethod(Accounts accounts, PasswordGuard guard, Timer timer) {
    this.accounts = accounts;
    this.guard = guard;
    this.timer = timer;
  }

  @Override
  public String name() {
    return "MD5";
  }

  @Override
  public CompletionStage<Question> ask(EmailAddress account) {
    return accounts
        .legacySecret(account)
        .thenApply(secret -> new Asked(guard, account, freshChallenge(), secret));
  }

  /** Never the same twice, so that an answer that was overheard is worth nothing. */
  private String freshChallenge() {
    return timer.now().getEpochSecond()
        + "."
        + (RANDOM.nextLong(900_000_000_000_000_000L) + 100_000_000_000_000_000L);
  }

  private record Asked(
      PasswordGuard guard, EmailAddress account, String words, Optional<LegacySecret> secret)
      implements Question {
    @Override
    public CompletionStage<Optional<Proven>> answer(List<String> proofs, InetAddress from) {
      boolean right =
          guard.admits(from, account)
              && secret.isPresent()
              && PasswordProof.matches(proofs.getFirst(), words, secret.get().password());
      if (right) {
        guard.right(from, account);
      } else {
        guard.wrong(from, account);
      }
      return CompletableFuture.completedFuture(
          secret
              .filter(_ -> right)
              .map(known -> new Proven(known.card().id(), Optional.empty(), Optional.empty())));
    }
  }
}
