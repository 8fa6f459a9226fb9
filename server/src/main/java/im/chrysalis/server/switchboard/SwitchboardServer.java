package im.chrysalis.server.switchboard;

import im.chrysalis.net.Gate;
import im.chrysalis.net.Protocol;
import im.chrysalis.server.session.Backbone;

/** All conversations of this node. */
public final class SwitchboardServer {
  private final Rooms rooms;

  public SwitchboardServer(Backbone backbone) {
    rooms = new Rooms(backbone);
  }

  /** A new connection. */
  public Protocol fresh(Gate.Pass pass) {
    return new SwitchboardConnection(rooms, pass);
  }

  /** How many conversations are open. */
  public int size() {
    return rooms.size();
  }

  /** Closes all conversations. */
  public void shutDown() {
    rooms.shutDown();
  }
}
