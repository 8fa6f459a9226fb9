package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.person.Hearing;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.server.proof.Method;
import im.chrysalis.server.proof.Proven;
import im.chrysalis.server.proof.Question;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.ProveSignIn;
import im.chrysalis.wire.command.ClientCommand.StartSignIn;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.Profile;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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

  private final Client client;
  private final Backbone backbone;
  private final Dialect dialect;
  private @Nullable Attempt attempt;
  private @Nullable AccountId entering;

  private record Attempt(EmailAddress account, Method method, Question question) {}

  /** Somebody who is in. */
  record In(Account account, Proven proven, Optional<EndpointId> place) {}

  SignIn(Client client, Dialect dialect) {
    this.client = client;
    this.backbone = client.backbone();
    this.dialect = dialect;
  }

  /** {@code USR 6 MD5 I anna@example.com}. */
  void start(StartSignIn it, EmailAddress account) {
    backbone
        .methods()
        .named(it.method(), dialect)
        .ifPresentOrElse(
            method -> ask(method, account, it.trId()),
            () -> refuse(Refusals.WRONG_PASSWORD, it.trId()));
  }

  private void ask(Method method, EmailAddress account, TrId trId) {
    client.await(
        method.ask(account),
        trId,
        question -> {
          attempt = new Attempt(account, method, question);
          if (dialect.has(Trait.POLICIES)) {
            client.say(new ServerEvent.Policies(Shields.POLICIES));
          }
          client.say(new ServerEvent.SignInChallenge(trId, method.name(), question.words()));
        });
  }

  /**
   * {@code USR 7 MD5 S 0dc38e0c96e5ef37eb9451a0b2d5aaf9}.
   *
   * @param in called when the proof holds and the person has taken the session
   */
  void prove(ProveSignIn it, SessionLink session, Consumer<In> in) {
    Attempt now = attempt;
    attempt = null;
    if (now == null
        || !it.method().equalsIgnoreCase(now.method().name())
        || it.proofs().isEmpty()) {
      refuse(Refusals.WRONG_PASSWORD, it.trId());
      return;
    }
    var from = client.connection().remote().getAddress();
    client.await(
        now.question().answer(it.proofs(), from),
        it.trId(),
        proven ->
            client.await(
                delayed(backbone.passwords().delay(from)),
                it.trId(),
                _ ->
                    proven.ifPresentOrElse(
                        who -> enter(who, it.trId(), session, in),
                        () -> turnAway(now.account(), it.trId()))));
  }

  private void turnAway(EmailAddress account, TrId trId) {
    LOG.info(
        "event=sign-in-refused connection={} remote={} account={}",
        client.connection().id(),
        client.connection().remote().getAddress().getHostAddress(),
        account);
    backbone.meters().refused();
    refuse(Refusals.WRONG_PASSWORD, trId);
  }

  private void enter(Proven proven, TrId trId, SessionLink session, Consumer<In> in) {
    entering = proven.account();
    Optional<EndpointId> place = place(proven);
    client.await(
        backbone.people().ask(proven.account(), new Request.SignIn(session, place, hearing())),
        trId,
        account -> in.accept(new In(account, proven, place)));
  }

  /** A client that may be at several places and does not say where it is gets one made up. */
  private Optional<EndpointId> place(Proven proven) {
    return dialect.has(Trait.ENDPOINTS)
        ? proven.place().or(() -> Optional.of(new EndpointId(UUID.randomUUID())))
        : Optional.empty();
  }

  private Hearing hearing() {
    return dialect.has(Trait.ROUTED) ? Hearing.DIRECTLY : Hearing.IN_CONVERSATIONS;
  }

  /** The account whose person was asked to take the session. */
  Optional<AccountId> entering() {
    return Optional.ofNullable(entering);
  }

  /**
   * {@code USR 7 OK anna@example.com Anna 1}, and the profile.
   *
   * @param further what else is said in between
   */
  void welcome(TrId trId, In in, Runnable further) {
    Account account = in.account();
    client.say(
        new ServerEvent.SignedIn(
            trId, account.card().address(), EncodedText.of(account.card().name()), true));
    if (dialect.has(Trait.PERSONAL_MESSAGE)) {
      client.say(new ServerEvent.SubscriptionsListed());
    }
    further.run();
    String ticket = in.proven().ticket().map(Proven.Shown::text).orElse("");
    client.say(
        new ServerEvent.ServerMessage(
            Profile.of(
                    backbone.timer().now(),
                    account.card().address(),
                    account.cid(),
                    ticket,
                    client.connection().remote())
                .message(dialect)
                .bytes()));
    if (dialect.has(Trait.ENDPOINTS) && dialect.has(Trait.PERSONAL_MESSAGE)) {
      client.say(new ServerEvent.PersonalDataIs(account.card().address(), new byte[0]));
    }
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
}
