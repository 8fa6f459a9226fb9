package im.chrysalis.server.notification;

import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.Status;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.challenge.Challenges;
import im.chrysalis.wire.challenge.Product;
import im.chrysalis.wire.challenge.Products;
import im.chrysalis.wire.command.ClientCommand.AnswerChallenge;
import im.chrysalis.wire.command.ClientCommand.SetPersonalData;
import im.chrysalis.wire.command.ClientCommand.SetStatus;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.PersonalData;
import im.chrysalis.wire.payload.PersonalData.PlaceDescribed;
import im.chrysalis.wire.payload.PersonalData.PlaceTold;
import im.chrysalis.wire.payload.PersonalData.Told;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a client's owner appears, and whether the client is one.
 *
 * @see <a href="../../../../../../../../docs/protocol/presence.md">docs/protocol/presence.md</a>
 */
final class PresenceCommands {
  /** How long after its first status a client is challenged: it has its contacts by then. */
  static final Duration CHALLENGE_FIRST = Duration.ofSeconds(1);

  /** How long a client may think about a challenge. */
  static final Duration CHALLENGE_TIME = Duration.ofSeconds(50);

  /** How often a client is challenged again in strict mode. */
  static final Duration CHALLENGE_AGAIN = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(PresenceCommands.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Client client;
  private final Online online;
  private @Nullable String challenge;
  private Timer.@Nullable Cancel clock;

  PresenceCommands(Client client, Online online) {
    this.client = client;
    this.online = online;
  }

  /** {@code CHG 9 NLN}. */
  void status(SetStatus it) {
    if (it.status() == Status.OFFLINE) {
      client.refuse(Refusals.BAD_PARAMETER, it.trId());
      return;
    }
    appear(
        it.trId(),
        it.status(),
        it.capabilities(),
        it.picture(),
        () -> client.say(new ServerEvent.StatusSet(it.trId(), it.words())));
  }

  /**
   * The client's owner appears otherwise from now on.
   *
   * @param status anything but {@link Status#OFFLINE}
   * @param answer what the client is answered
   */
  void appear(
      TrId trId,
      Status status,
      Capabilities capabilities,
      Optional<String> picture,
      Runnable answer) {
    boolean first = online.status() == Status.OFFLINE;
    if (first) {
      online.firstStatus(trId.value());
    }
    client.await(
        client
            .backbone()
            .people()
            .ask(
                online.account(),
                new Request.SetStatus(
                    online.session(), status, capabilities, picture, trId.value())),
        trId,
        _ -> {
          online.status(status);
          answer.run();
          if (first
              && online.dialect().has(Trait.CHALLENGE)
              && !online.dialect().has(Trait.ROUTED)) {
            later(CHALLENGE_FIRST, this::challenge);
          }
        });
  }

  /** {@code UUX 11 53} and 53 bytes of XML; what is no XML changes nothing, and is no offence. */
  void tell(SetPersonalData it) {
    PersonalData told;
    try {
      told = PersonalData.read(it.xml());
    } catch (MalformedCommand fault) {
      LOG.debug("connection={} {}", client.connection().id(), fault.getMessage());
      client.say(new ServerEvent.PersonalDataSet(it.trId()));
      return;
    }
    SessionId session = online.session();
    Request<Request.Acknowledged> request =
        switch (told) {
          case Told(var message) -> new Request.TellMessage(session, message);
          case PlaceTold(var capabilities) ->
              new Request.TellPlace(session, Optional.of(capabilities), Optional.empty());
          case PlaceDescribed(var details) ->
              new Request.TellPlace(session, Optional.empty(), Optional.of(details));
        };
    client.await(
        client.backbone().people().ask(online.account(), request),
        it.trId(),
        _ -> client.say(new ServerEvent.PersonalDataSet(it.trId())));
  }

  /** {@code CHL 0 15570131571988941333}. */
  void challenge() {
    String fresh = Challenges.fresh(RANDOM);
    challenge = fresh;
    client.say(new ServerEvent.Challenge(fresh));
    if (isStrict()) {
      later(CHALLENGE_TIME, this::tooLate);
    }
  }

  private void tooLate() {
    if (challenge != null) {
      client.refuse(Refusals.CHALLENGE_FAILED, TrId.UNASKED);
      client.close();
    }
  }

  /** {@code QRY 10 msmsgs@msnmsgr.com 32} and 32 hex digits. */
  void answer(AnswerChallenge it) {
    String asked = challenge;
    challenge = null;
    forget();
    if (isStrict() && (asked == null || !isRight(it, asked))) {
      client.refuse(Refusals.CHALLENGE_FAILED, it.trId());
      client.close();
      return;
    }
    client.say(new ServerEvent.ChallengePassed(it.trId()));
    if (isStrict()) {
      later(CHALLENGE_AGAIN, this::challenge);
    }
  }

  private boolean isRight(AnswerChallenge it, String asked) {
    return Products.find(it.productId())
        .map(product -> answer(product, asked).equalsIgnoreCase(it.answer()))
        .orElse(false);
  }

  private String answer(Product product, String asked) {
    return online.dialect().has(Trait.LATER_CHALLENGE)
        ? product.answerSinceMsnp11(asked)
        : product.answer(asked);
  }

  private boolean isStrict() {
    return client.backbone().settings().get().strictChallenge();
  }

  private void later(Duration time, Runnable what) {
    clock = client.backbone().timer().after(time, () -> client.soon(() -> run(what)));
  }

  private void run(Runnable what) {
    clock = null; // or every client would keep what has been
    what.run();
  }

  /** Forgets what was to happen later. */
  void forget() {
    Timer.Cancel running = clock;
    clock = null;
    if (running != null) {
      running.cancel();
    }
  }
}
