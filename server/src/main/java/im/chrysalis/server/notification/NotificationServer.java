package im.chrysalis.server.notification;

import im.chrysalis.domain.account.TicketId;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.net.Gate;
import im.chrysalis.net.Protocol;
import im.chrysalis.server.session.Backbone;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All clients that are signed in at this notification server. */
public final class NotificationServer {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationServer.class);

  /** How often tickets of those who are signed in are made good for longer. */
  private static final Duration EXTENDING = Tickets.VALIDITY.dividedBy(3);

  private final Backbone backbone;
  private final Talkers talkers;
  private final CircleDoor circles;
  private volatile boolean goingDown;
  private final Set<NotificationConnection> clients = ConcurrentHashMap.newKeySet();

  /**
   * A notification server.
   *
   * @param talkers where there is no switchboard in the same process, clients that need
   *     conversations hear nothing of those that do not
   */
  public NotificationServer(Backbone backbone, Talkers talkers, CircleDoor circles) {
    this.backbone = backbone;
    this.talkers = talkers;
    this.circles = circles;
    extendLater();
  }

  private void extendLater() {
    backbone.timer().after(EXTENDING, this::extendTickets);
  }

  private void extendTickets() {
    if (!goingDown) {
      for (NotificationConnection client : clients) {
        client.ticket().ifPresent(this::extend);
      }
      extendLater();
    }
  }

  private void extend(TicketId ticket) {
    backbone
        .tickets()
        .extend(ticket)
        .whenComplete((_, fault) -> {
          if (fault != null) {
            LOG.warn("a ticket could not be extended", fault);
          }
        });
  }

  /** A new connection. */
  public Protocol fresh(Gate.Pass pass) {
    return new NotificationConnection(this, pass);
  }

  Backbone backbone() {
    return backbone;
  }

  Talkers talkers() {
    return talkers;
  }

  CircleDoor circles() {
    return circles;
  }

  void entered(NotificationConnection client) {
    clients.add(client);
  }

  void left(NotificationConnection client) {
    clients.remove(client);
  }

  /** How many clients are signed in. */
  public int size() {
    return clients.size();
  }

  /** Whether nobody is to be told any more who leaves, since all leave. */
  boolean isGoingDown() {
    return goingDown;
  }

  /** Tells all clients that the server goes down, and closes their connections. */
  public void shutDown() {
    goingDown = true;
    clients.forEach(NotificationConnection::shutDown);
  }
}
