package im.chrysalis.server.switchboard;

import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.server.session.Backbone;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;

/** All conversations of this switchboard server. Any thread. */
final class Rooms {
  private final Map<Integer, Room> rooms = new ConcurrentHashMap<>();
  private final Backbone backbone;

  Rooms(Backbone backbone) {
    this.backbone = backbone;
  }

  /** Opens a conversation on a loop. */
  Room open(Executor loop) {
    while (true) {
      int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
      Room room = new Room(new ConversationId(backbone.node(), number), loop, this);
      if (rooms.putIfAbsent(number, room) == null) {
        backbone.meters().conversationOpened();
        return room;
      }
    }
  }

  Optional<Room> find(int number) {
    return Optional.ofNullable(rooms.get(number));
  }

  void close(Room room) {
    if (rooms.remove(room.conversation().id().number(), room)) {
      backbone.meters().conversationClosed();
    }
  }

  void shutDown() {
    rooms.values().forEach(room -> room.loop().execute(room::shutDown));
  }

  int size() {
    return rooms.size();
  }

  Backbone backbone() {
    return backbone;
  }
}
