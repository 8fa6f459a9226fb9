package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Accounts.LegacySecret;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.challenge.PasswordProof;
import im.chrysalis.wire.command.ClientCommand.ProveSignIn;
import im.chrysalis.wire.command.ClientCommand.StartSignIn;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.Profile;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection's way in: who it is, and the proof. An account that does not exist is challenged
 * like any other, so that nobody learns which ones do.
 *
 * @see <a href="../../../../../../../../docs/protocol/sign-in.md">docs/protocol/sign-in.md</a>
 */
final class SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String METHOD = "MD5";

  private final Client client;
  private final Backbone backbone;
  private @Nullable Attempt attempt;
  private @Nullable AccountId entering;

  private record Attempt(EmailAddress account, String challenge, Optional<LegacySecret> secret) {}

  SignIn(Client client) {
    this.client = client;
    this.backbone = client.backbone();
  }

  /** {@code USR 6 MD5 I anna@example.com}. */
  void start(StartSignIn it, EmailAddress account) {
    if (!it.method().equalsIgnoreCase(METHOD)) {
      refuse(Refusals.WRONG_PASSWORD, it.trId());
      return;
    }
    client.await(
        backbone.accounts().legacySecret(account),
        it.trId(),
        secret -> {
          String challenge = freshChallenge();
          attempt = new Attempt(account, challenge, secret);
          client.say(new ServerEvent.SignInChallenge(it.trId(), METHOD, challenge));
        });
  }

  /**
   * {@code USR 7 MD5 S 0dc38e0c96e5ef37eb9451a0b2d5aaf9}.
   *
   * @param in called when the proof holds and the person has taken the session
   */
  void prove(ProveSignIn it, SessionLink session, Consumer<Account> in) {
    Attempt now = attempt;
    attempt = null;
    if (now == null || !it.method().equalsIgnoreCase(METHOD) || it.proofs().isEmpty()) {
      refuse(Refusals.WRONG_PASSWORD, it.trId());
      return;
    }
    var from = client.connection().remote().getAddress();
    boolean right =
        backbone.passwords().admits(from, now.account())
            && now.secret().isPresent()
            && PasswordProof.matches(
                it.proofs().getFirst(), now.challenge(), now.secret().get().password());
    if (right) {
      backbone.passwords().right(from, now.account());
    } else {
      backbone.passwords().wrong(from, now.account());
    }
    client.await(
        delayed(backbone.passwords().delay(from)),
        it.trId(),
        _ -> {
          if (right) {
            enter(now.secret().get().card(), it.trId(), session, in);
          } else {
            LOG.info(
                "event=sign-in-refused connection={} remote={} account={}",
                client.connection().id(),
                from.getHostAddress(),
                now.account());
            backbone.meters().refused();
            refuse(Refusals.WRONG_PASSWORD, it.trId());
          }
        });
  }

  private void enter(Card card, TrId trId, SessionLink session, Consumer<Account> in) {
    entering = card.id();
    client.await(backbone.people().ask(card.id(), new Request.SignIn(session, true)), trId, in);
  }

  /** The account whose person was asked to take the session. */
  Optional<AccountId> entering() {
    return Optional.ofNullable(entering);
  }

  /** {@code USR 7 OK anna@example.com Anna 1}, and the profile. */
  void welcome(TrId trId, Account account, Dialect dialect) {
    client.say(
        new ServerEvent.SignedIn(
            trId, account.card().address(), EncodedText.of(account.card().name()), true));
    client.say(
        new ServerEvent.ServerMessage(
            Profile.of(backbone.timer().now(), account.card().address(), account.cid(), "")
                .message(dialect)
                .bytes()));
  }

  private void refuse(int code, TrId trId) {
    client.refuse(code, trId);
    client.close();
  }

  private CompletionStage<Boolean> delayed(Duration delay) {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    if (delay.isZero()) {
      over.complete(true);
    } else {
      backbone.timer().after(delay, () -> over.complete(true));
    }
    return over;
  }

  /** Never the same twice, so that an answer that was overheard is worth nothing. */
  private String freshChallenge() {
    return backbone.timer().now().getEpochSecond()
        + "."
        + (RANDOM.nextLong(900_000_000_000_000_000L) + 100_000_000_000_000_000L);
  }
}
