package im.chrysalis.server.notification;

import im.chrysalis.net.Gate;
import im.chrysalis.net.Protocol;
import im.chrysalis.server.session.Backbone;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All clients that are signed in at this notification server. */
public final class NotificationServer {
  private final Backbone backbone;
  private volatile boolean goingDown;
  private final Set<NotificationConnection> clients = ConcurrentHashMap.newKeySet();

  public NotificationServer(Backbone backbone) {
    this.backbone = backbone;
  }

  /** A new connection. */
  public Protocol fresh(Gate.Pass pass) {
    return new NotificationConnection(this, pass);
  }

  Backbone backbone() {
    return backbone;
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
