package im.chrysalis.server.switchboard;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.net.Gate;
import im.chrysalis.net.Protocol;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.session.Postman;
import im.chrysalis.values.AccountId;
import java.util.concurrent.Executor;

/** All conversations of this node. */
public final class SwitchboardServer implements Postman {
  private final Rooms rooms;

  public SwitchboardServer(Backbone backbone) {
    rooms = new Rooms(backbone);
  }

  /** A new connection. */
  public Protocol fresh(Gate.Pass pass) {
    return new SwitchboardConnection(rooms, pass);
  }

  @Override
  public ConversationId bring(Card sender, AccountId reader, Executor loop) {
    Room room = rooms.open(loop);
    Delivery.await(sender, reader, room, rooms.backbone());
    return room.conversation().id();
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
