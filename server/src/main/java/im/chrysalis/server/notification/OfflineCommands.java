package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.server.access.RateLimit;
import im.chrysalis.server.web.offline.Letters;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.SendAcross;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.OfflineText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How clients since MSNP18 leave messages for people who are not there.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
final class OfflineCommands {
  private static final Logger LOG = LoggerFactory.getLogger(OfflineCommands.class);

  private final Client client;
  private final Online online;
  private final Accounts accounts;
  private final People people;
  private final RateLimit limit;
  private final Timer timer;

  OfflineCommands(
      Client client,
      Online online,
      Accounts accounts,
      People people,
      RateLimit limit,
      Timer timer) {
    this.client = client;
    this.online = online;
    this.accounts = accounts;
    this.people = people;
    this.limit = limit;
    this.timer = timer;
  }

  /** {@code UUM 15 ben@example.com 1 1 95} and 95 bytes of MIME; no answer when it is kept. */
  void leave(SendAcross it) {
    OfflineText text;
    try {
      text = OfflineText.of(MimeMessage.read(it.body()));
    } catch (MalformedCommand fault) {
      refuse(fault, it.trId());
      return;
    }
    leave(it.trId(), it.to(), text);
  }

  /** Leaves a text; no answer when it is kept. */
  void leave(TrId trId, EmailAddress whom, OfflineText text) {
    OfflineMessage message;
    try {
      message = Letters.message(online.card(), text, timer.now());
    } catch (MalformedCommand fault) {
      refuse(fault, trId);
      return;
    }
    if (!limit.admits(online.account())) {
      client.refuse(Refusals.TOO_OFTEN, trId);
      return;
    }
    client.await(
        accounts.byAddress(whom),
        trId,
        found ->
            found.ifPresentOrElse(
                to -> leave(to, message, trId), () -> client.refuse(Refusals.NOT_THERE, trId)));
  }

  private void refuse(MalformedCommand fault, TrId trId) {
    LOG.debug("account={} offline message: {}", online.account(), fault.getMessage());
    client.refuse(Refusals.BAD_PARAMETER, trId);
  }

  private void leave(Card to, OfflineMessage message, TrId trId) {
    client.await(
        people.ask(to.id(), new Request.LeaveMessage(message)),
        trId,
        outcome -> {
          if (outcome instanceof Outcome.Refused(Refusal why) && !Letters.seemsKept(why)) {
            client.refuse(Refusals.NOT_THERE, trId);
          }
        });
  }
}
