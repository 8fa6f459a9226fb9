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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands that say in themselves whom they are for: to the subject that it is.
 *
 * @see <a href="../../../../../../../../docs/protocol/routed.md">docs/protocol/routed.md</a>
 */
final class RoutedCommands {
  private static final Logger LOG = LoggerFactory.getLogger(RoutedCommands.class);
  private static final String USER = "/user";

  private final Client client;
  private final Online online;
  private final DocumentPresence presence;
  private final DirectTalk talk;
  private final GroupTalk groups;
  private final CircleTalk circles;

  RoutedCommands(
      Client client,
      Online online,
      DirectTalk talk,
      PresenceCommands looks,
      Talkers talkers,
      CircleTalk circles) {
    this.client = client;
    this.online = online;
    presence = new DocumentPresence(client, online, looks);
    this.talk = talk;
    this.circles = circles;
    groups = new GroupTalk(client, online, talkers, talk);
  }

  DocumentPresence presence() {
    return presence;
  }

  GroupTalk groups() {
    return groups;
  }

  /** {@code PUT 11 863} and 863 bytes. */
  void publish(Publish it) {
    with(
        it.body(),
        it.trId(),
        message -> {
          RoutedAddress to = message.to().orElseThrow();
          Optional<CircleId> circle = CircleTalk.circle(to);
          if (to.network() == RoutedAddress.TEMPORARY_GROUP) {
            groups.publish(it.trId(), to, message);
          } else if (circle.isPresent()) {
            circles.publish(it.trId(), circle.get(), message);
          } else if (isMe(to) && message.uri().equals(USER)) {
            presence.publish(it.trId(), message);
          } else {
            client.refuse(Refusals.BAD_PARAMETER, it.trId());
          }
        });
  }

  /** {@code DEL 44 298} and 298 bytes. */
  void withdraw(Withdraw it) {
    with(
        it.body(),
        it.trId(),
        message -> {
          RoutedAddress to = message.to().orElseThrow();
          Optional<CircleId> circle = CircleTalk.circle(to);
          if (to.network() == RoutedAddress.TEMPORARY_GROUP) {
            groups.withdraw(it.trId(), to, message);
          } else if (circle.isPresent()) {
            circles.withdraw(it.trId(), circle.get());
          } else if (isMe(to) && message.uri().equals(USER)) {
            presence.withdraw(it.trId(), message);
          } else {
            client.refuse(Refusals.BAD_PARAMETER, it.trId());
          }
        });
  }

  /** {@code SDG 58 347} and 347 bytes. */
  void send(SendRouted it) {
    with(
        it.body(),
        it.trId(),
        message -> {
          RoutedAddress to = message.to().orElseThrow();
          Optional<CircleId> circle = CircleTalk.circle(to);
          if (to.network() == RoutedAddress.TEMPORARY_GROUP) {
            groups.send(it.trId(), to, message);
          } else if (circle.isPresent()) {
            circles.send(it.trId(), circle.get(), message);
          } else {
            talk.send(it.trId(), to, message);
          }
        });
  }

  /**
   * Reads a message that says to whom it goes, and from whom it truly comes. COMPAT MSNPSharp:
   * where it names no place of its own, none is added, since that tells the two kinds of packets
   * apart.
   */
  private void with(byte[] bytes, TrId trId, Consumer<RoutedMessage> then) {
    Optional<RoutedMessage> read = read(bytes);
    if (read.isPresent() && read.get().to().isPresent() && isMine(read.get().from())) {
      then.accept(read.get());
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
