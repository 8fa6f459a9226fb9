package im.chrysalis.server.notification;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent.Said;
import im.chrysalis.server.session.Talks;
import im.chrysalis.server.web.offline.Undelivered;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.payload.OfflineText;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.Translation;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people say to each other without a switchboard.
 *
 * @see <a href="../../../../../../../../docs/protocol/routed.md#talk">docs/protocol/routed.md</a>
 */
final class DirectTalk {
  private static final Logger LOG = LoggerFactory.getLogger(DirectTalk.class);
  private static final String TEXT = "Text";

  /** What the sender's other places should see, too. */
  private static final Set<String> SHARED = Set.of(TEXT, "Nudge", "CustomEmoticon", "Wink");

  /** What may be lost on somebody who is not there. */
  private static final Set<String> PASSING = Set.of("Control/Typing", "Signal/CloseIMWindow");

  private final Client client;
  private final Online online;
  private final NoteCommands notes;
  private final Talkers talkers;

  DirectTalk(Client client, Online online, NoteCommands notes, Talkers talkers) {
    this.client = client;
    this.online = online;
    this.notes = notes;
    this.talkers = talkers;
  }

  /** A message that truly comes from the client. There is no answer when it was taken. */
  void send(TrId trId, RoutedAddress to, RoutedMessage message) {
    Optional<EmailAddress> whom = to.address();
    if (whom.isEmpty() || to.network() != RoutedAddress.of(whom.get()).network()) {
      client.refuse(Refusals.NOT_THERE, trId); // other networks, and telephones, are not reached
      return;
    }
    client.withAccount(
        whom.get(),
        trId,
        Refusals.NOT_THERE,
        card ->
            client.await(
                client.backbone().people().ask(card.id(), say(to.place(), message)),
                trId,
                taken -> {
                  if (!taken) {
                    notTaken(trId, whom.get(), message);
                  } else if (SHARED.stream().anyMatch(message::is)
                      && !card.id().equals(online.account())) {
                    share(message);
                  }
                }));
  }

  private Request.Say say(Optional<EndpointId> to, RoutedMessage message) {
    return new Request.Say(online.card(), online.place(), to, message.bytes());
  }

  /** Shows something that was said to the speaker's other places. */
  void share(RoutedMessage message) {
    client.backbone().people().ask(online.account(), say(Optional.empty(), message));
  }

  private void notTaken(TrId trId, EmailAddress whom, RoutedMessage message) {
    Optional<OfflineText> text = Translation.toOffline(message);
    if (text.isPresent()) {
      notes.leave(trId, whom, text.get());
    } else if (PASSING.stream().noneMatch(message::is)) {
      client.refuse(Refusals.NOT_THERE, trId);
    }
  }

  /** Somebody says something, and this client hears it as it is. */
  void hear(Said it) {
    client.say(new ServerEvent.RoutedReceived(it.message()));
  }

  /**
   * Somebody says something, and this client hears it in a conversation; it has other commands for
   * what prepares a transfer.
   */
  void hear(Said it, InvitationCommands invitations) {
    RoutedMessage message;
    try {
      message = RoutedMessage.read(it.message());
    } catch (MalformedCommand fault) {
      LOG.error("account={} says what can't be read", it.from().id(), fault);
      return;
    }
    if (!notes.shows(it, message)) {
      talkers
          .here()
          .ifPresentOrElse(
              talks -> talks.say(it.from(), reader(it.from(), invitations), message),
              () -> Undelivered.leave(it.from(), online.account(), message, client.backbone()));
    }
  }

  private Talks.Reader reader(Card speaker, InvitationCommands invitations) {
    return new Talks.Reader(
        online.card(),
        client.connection().loop(),
        talk -> client.soon(() -> invitations.ringFor(speaker, talk)));
  }
}
