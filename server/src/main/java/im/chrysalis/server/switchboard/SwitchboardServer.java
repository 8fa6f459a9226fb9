package im.chrysalis.server.switchboard;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.person.Participation;
import im.chrysalis.net.Gate;
import im.chrysalis.net.Protocol;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.session.Talks;
import im.chrysalis.values.Capabilities;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** All conversations of this node. */
public final class SwitchboardServer implements Talks {
  private final Rooms rooms;
  private final StandIns standIns = new StandIns();

  public SwitchboardServer(Backbone backbone) {
    rooms = new Rooms(backbone);
  }

  /** A new connection. */
  public Protocol fresh(Gate.Pass pass) {
    return new SwitchboardConnection(rooms, pass);
  }

  // those who take part without a connection

  @Override
  public ConversationId open(Participation.Comes first, Executor loop) {
    Room room = rooms.open(loop);
    StandIn standIn = standIn(first.card(), first.capabilities(), room);
    standIn.gather();
    standIn.comes(first.session());
    standIn.enter();
    return room.conversation().id();
  }

  @Override
  public void say(Card from, Reader reader, RoutedMessage said) {
    standIns
        .find(from.id(), reader.card().id())
        .ifPresentOrElse(
            it ->
                it.onLoop(() ->
                    it.says(
                        said,
                        taken -> {
                          if (!taken) {
                            reader.loop().execute(() -> begin(from, reader, said));
                          }
                        })),
            () -> begin(from, reader, said));
  }

  private void begin(Card from, Reader reader, RoutedMessage said) {
    if (StandIn.isSayable(said)) {
      StandIn standIn = standIn(from, Capabilities.NONE, rooms.open(reader.loop()));
      standIn.await(reader.card().id());
      standIn.enter();
      standIn.says(said, _ -> {});
      reader.ring().accept(standIn.conversation());
    }
  }

  private StandIn standIn(Card card, Capabilities capabilities, Room room) {
    return new StandIn(card, capabilities, room, standIns, rooms.backbone());
  }

  @Override
  public CompletionStage<Boolean> tell(ConversationId where, Participation what) {
    Optional<Room> room = rooms.find(where.number());
    if (room.isEmpty()) {
      return CompletableFuture.completedFuture(false);
    }
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    room.get().loop().execute(() -> take(room.get(), what, done));
    return done;
  }

  private void take(Room room, Participation what, CompletableFuture<Boolean> done) {
    Optional<StandIn> present = room.standIn(what.who());
    switch (what) {
      case Participation.Comes it -> done.complete(comes(room, present, it));
      case Participation.Says it ->
          present.ifPresentOrElse(standIn -> says(standIn, it, done), () -> done.complete(false));
      case Participation.Invites it -> {
        present.ifPresent(standIn -> standIn.invites(it.whom()));
        done.complete(present.isPresent());
      }
      case Participation.Leaves it -> {
        present.ifPresent(standIn -> standIn.leaves(it.session()));
        done.complete(present.isPresent());
      }
    }
  }

  private boolean comes(Room room, Optional<StandIn> present, Participation.Comes it) {
    if (present.isPresent()) {
      present.get().comes(it.session());
      return true;
    }
    if (!room.conversation().isRinging(it.who(), rooms.backbone().timer().now())) {
      return false;
    }
    StandIn standIn = standIn(it.card(), it.capabilities(), room);
    standIn.comes(it.session());
    standIn.enter();
    return true;
  }

  private static void says(
      StandIn standIn, Participation.Says it, CompletableFuture<Boolean> done) {
    try {
      standIn.says(RoutedMessage.read(it.message()), done::complete);
    } catch (MalformedCommand fault) {
      done.completeExceptionally(fault);
    }
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
