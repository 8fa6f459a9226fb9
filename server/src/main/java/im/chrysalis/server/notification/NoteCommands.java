package im.chrysalis.server.notification;

import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.command.ClientCommand.SendAcross;
import im.chrysalis.wire.command.ClientCommand.SendNote;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.Memberships;

/**
 * What clients pass to each other through the notification server.
 *
 * @see <a href="../../../../../../../../docs/protocol/notes.md">docs/protocol/notes.md</a>
 */
final class NoteCommands {
  private static final int NO_SUCH_NETWORK = 509;
  private static final int TEXT = 1;

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
    if (online.dialect().has(Trait.NOTES)) {
      client.say(
          new ServerEvent.NoteReceived(
              new EndpointAddress(
                  it.from().address(),
                  it.fromPlace().filter(_ -> online.dialect().has(Trait.ENDPOINTS))),
              it.kind(),
              it.body()));
    }
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
