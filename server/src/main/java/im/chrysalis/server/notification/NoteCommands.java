package im.chrysalis.server.notification;

import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.SendAcross;
import im.chrysalis.wire.command.ClientCommand.SendNote;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.Memberships;
import im.chrysalis.wire.payload.OfflineText;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.Translation;
import im.chrysalis.wire.routed.UserDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What clients pass to each other through the notification server.
 *
 * @see <a href="../../../../../../../../docs/protocol/notes.md">docs/protocol/notes.md</a>
 */
final class NoteCommands {
  private static final Logger LOG = LoggerFactory.getLogger(NoteCommands.class);
  private static final int NO_SUCH_NETWORK = 509;
  private static final int TEXT = 1;

  /** A place is to sign out. */
  static final int SIGN_OUT = 4;

  private static final int SIGN_OUT_EVERYWHERE = 8;

  /** What a place is told that is to sign out, in the words of the first clients that did. */
  static final byte[] GOODBYE = "goawyplzthxbye".getBytes(StandardCharsets.US_ASCII);

  private final Client client;
  private final Online online;
  private final OfflineCommands offline;

  NoteCommands(Client client, Online online) {
    this.client = client;
    this.online = online;
    Backbone backbone = client.backbone();
    offline =
        new OfflineCommands(
            client,
            online,
            backbone.accounts(),
            backbone.people(),
            backbone.invites(),
            backbone.timer());
  }

  /** {@code UUN 14 ben@example.com;{GUID} 3 120}. Whoever blocks looks like whoever is away. */
  void send(SendNote it) {
    client.withAccount(
        it.to().account(),
        it.trId(),
        Refusals.NOT_THERE,
        to ->
            client.await(
                client.backbone().people().ask(to.id(), note(it)),
                it.trId(),
                taken -> {
                  if (taken) {
                    client.say(new ServerEvent.NoteTaken(it.trId()));
                  } else {
                    client.refuse(Refusals.NOT_THERE, it.trId());
                  }
                }));
  }

  private Request.PassNote note(SendNote it) {
    return new Request.PassNote(
        online.card(), online.place(), it.to().place(), it.kind(), it.body());
  }

  /** {@code UBN anna@example.com;{GUID} 3 120}; older clients don't know of places. */
  void show(SessionEvent.Noted it) {
    if (online.dialect().has(Trait.ROUTED)) {
      showRouted(it);
    } else if (online.dialect().has(Trait.NOTES)) {
      client.say(
          new ServerEvent.NoteReceived(
              new EndpointAddress(
                  it.from().address(),
                  it.fromPlace().filter(_ -> online.dialect().has(Trait.ENDPOINTS))),
              it.kind(),
              it.body()));
    }
  }

  /** The same where there are no notes: what prepares a transfer, and that it is to sign out. */
  private void showRouted(SessionEvent.Noted it) {
    switch (it.kind()) {
      case Translation.SIGNAL_NOTE -> {
        RoutedAddress from = RoutedAddress.of(it.from().address(), it.fromPlace());
        client.say(
            new ServerEvent.RoutedReceived(
                Translation.signal(it.body(), from, online.here()).bytes()));
      }
      case SIGN_OUT, SIGN_OUT_EVERYWHERE -> {
        RoutedAddress me = RoutedAddress.of(online.card().address());
        online
            .place()
            .ifPresent(here ->
                client.say(
                    new ServerEvent.Withdrawn(
                        DocumentPresence.notification(
                                me,
                                online.here(),
                                "Partial",
                                new UserDocument(
                                    List.of(),
                                    List.of(
                                        UserDocument.PlaceService.named(UserDocument.IM, here))))
                            .bytes())));
      }
      default ->
          LOG.debug(
              "connection={} note={} has no counterpart", client.connection().id(), it.kind());
    }
  }

  /** Shows what prepares a transfer as a note, where there are notes; whether it was that. */
  boolean shows(SessionEvent.Said it, RoutedMessage message) {
    Optional<byte[]> note =
        online.dialect().has(Trait.NOTES) ? Translation.note(message) : Optional.empty();
    note.ifPresent(body ->
        show(new SessionEvent.Noted(it.from(), it.fromPlace(), Translation.SIGNAL_NOTE, body)));
    return note.isPresent();
  }

  /** Leaves a text for somebody who is not there. */
  void leave(TrId trId, EmailAddress to, OfflineText text) {
    offline.leave(trId, to, text);
  }

  /**
   * {@code UUM 15 ben@example.com 1 1 95}: for somebody who is not there. Other networks than this
   * one, {@code 32} for instance, there are none.
   */
  void sendAcross(SendAcross it) {
    if (it.network() == Memberships.HERE && it.kind() == TEXT) {
      offline.leave(it);
      return;
    }
    client.refuse(NO_SUCH_NETWORK, it.trId());
  }
}
