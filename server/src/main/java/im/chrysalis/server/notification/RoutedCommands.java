package im.chrysalis.server.notification;

import im.chrysalis.values.CircleId;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.Publish;
import im.chrysalis.wire.command.ClientCommand.SendRouted;
import im.chrysalis.wire.command.ClientCommand.Withdraw;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands that say in themselves whom they are for: to the subject that it is.
 *
 * @see <a href="../../../../../../../../docs/protocol/routed.md">docs/protocol/routed.md</a>
 */
final class RoutedCommands {
  private static final Logger LOG = LoggerFactory.getLogger(RoutedCommands.class);

  private final Client client;
  private final Online online;
  private final DocumentPresence presence;
  private final DirectTalk talk;
  private final GroupTalk groups;
  private final CircleTalk circles;

  RoutedCommands(
      Client client,
      Online online,
      NoteCommands notes,
      PresenceCommands looks,
      Talkers talkers,
      CircleDoor door) {
    this.client = client;
    this.online = online;
    presence = new DocumentPresence(client, online, looks);
    talk = new DirectTalk(client, online, notes, talkers);
    circles = new CircleTalk(client, online, door);
    groups = new GroupTalk(client, online, talkers, talk);
  }

  DocumentPresence presence() {
    return presence;
  }

  DirectTalk talk() {
    return talk;
  }

  GroupTalk groups() {
    return groups;
  }

  CircleTalk circles() {
    return circles;
  }

  /** {@code PUT 11 863} and 863 bytes. */
  void publish(Publish it) {
    with(it.body(), it.trId(), (to, message) -> to.publish(it.trId(), message));
  }

  /** {@code DEL 44 298} and 298 bytes. */
  void withdraw(Withdraw it) {
    with(it.body(), it.trId(), (to, message) -> to.withdraw(it.trId(), message));
  }

  /** {@code SDG 58 347} and 347 bytes. */
  void send(SendRouted it) {
    with(it.body(), it.trId(), (to, message) -> to.send(it.trId(), message));
  }

  /** Whom a message is for. */
  private interface Addressee {
    void publish(TrId trId, RoutedMessage message);

    void withdraw(TrId trId, RoutedMessage message);

    void send(TrId trId, RoutedMessage message);
  }

  private Addressee addressee(RoutedAddress to) {
    Optional<CircleId> circle = CircleTalk.circle(to);
    return to.network() == RoutedAddress.TEMPORARY_GROUP
        ? new ToGroup(groups, to)
        : circle.<Addressee>map(it -> new ToCircle(circles, it)).orElseGet(() -> new ToPerson(to));
  }

  private record ToGroup(GroupTalk groups, RoutedAddress to) implements Addressee {
    @Override
    public void publish(TrId trId, RoutedMessage message) {
      groups.publish(trId, to, message);
    }

    @Override
    public void withdraw(TrId trId, RoutedMessage message) {
      groups.withdraw(trId, to, message);
    }

    @Override
    public void send(TrId trId, RoutedMessage message) {
      groups.send(trId, to, message);
    }
  }

  private record ToCircle(CircleTalk circles, CircleId circle) implements Addressee {
    @Override
    public void publish(TrId trId, RoutedMessage message) {
      circles.publish(trId, circle, message);
    }

    @Override
    public void withdraw(TrId trId, RoutedMessage message) {
      circles.withdraw(trId, circle);
    }

    @Override
    public void send(TrId trId, RoutedMessage message) {
      circles.send(trId, circle, message);
    }
  }

  /** People are told things; only what one says of oneself holds. */
  private final class ToPerson implements Addressee {
    private final RoutedAddress to;

    private ToPerson(RoutedAddress to) {
      this.to = to;
    }

    @Override
    public void publish(TrId trId, RoutedMessage message) {
      ofMyself(trId, message, () -> presence.publish(trId, message));
    }

    @Override
    public void withdraw(TrId trId, RoutedMessage message) {
      ofMyself(trId, message, () -> presence.withdraw(trId, message));
    }

    private void ofMyself(TrId trId, RoutedMessage message, Runnable then) {
      if (isMe(to) && message.uri().equals(DocumentPresence.USER)) {
        then.run();
      } else {
        client.refuse(Refusals.BAD_PARAMETER, trId);
      }
    }

    @Override
    public void send(TrId trId, RoutedMessage message) {
      talk.send(trId, to, message);
    }
  }

  /**
   * Reads a message that says to whom it goes, and from whom it truly comes. COMPAT MSNPSharp:
   * where it names no place of its own, none is added, since that tells the two kinds of packets
   * apart.
   */
  private void with(byte[] bytes, TrId trId, BiConsumer<Addressee, RoutedMessage> then) {
    Optional<RoutedMessage> read = read(bytes);
    Optional<RoutedAddress> to = read.flatMap(RoutedMessage::to);
    if (to.isPresent() && isMine(read.get().from())) {
      then.accept(addressee(to.get()), read.get());
    } else {
      client.refuse(Refusals.BAD_PARAMETER, trId);
    }
  }

  private Optional<RoutedMessage> read(byte[] bytes) {
    try {
      return Optional.of(RoutedMessage.read(bytes));
    } catch (MalformedCommand fault) {
      LOG.debug("connection={} {}", client.connection().id(), fault.getMessage());
      return Optional.empty();
    }
  }

  /** Nobody speaks in another's name, nor for another of their own places. */
  private boolean isMine(Optional<RoutedAddress> from) {
    return from.isPresent()
        && isMe(from.get())
        && (from.get().place().isEmpty() || from.get().place().equals(online.place()));
  }

  private boolean isMe(RoutedAddress address) {
    return address.address().equals(Optional.of(online.card().address()));
  }
}
