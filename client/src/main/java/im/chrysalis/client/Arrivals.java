package im.chrysalis.client;

import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.routed.RosterDocument;
import im.chrysalis.wire.routed.RosterNotice;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that say where they go, as they come from the server: each to the subject it is about.
 * Lives on the messenger's turn.
 *
 * @see <a href="../../../../../../../docs/protocol/routed.md">docs/protocol/routed.md</a>
 */
final class Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  private final Documents documents;
  private final Doorbell doorbell;
  private final CircleBook circles;

  Arrivals(Documents documents, Doorbell doorbell, CircleBook circles) {
    this.documents = documents;
    this.doorbell = doorbell;
    this.circles = circles;
  }

  /** This holds of somebody, or of a group. */
  void published(byte[] body) {
    read(body)
        .ifPresent(message -> {
          Optional<UUID> group = group(message);
          Optional<CircleId> within = within(message);
          if (group.isPresent()) {
            roster(message).ifPresent(it -> doorbell.gathered(group.get(), it));
          } else if (within.isPresent()) {
            person(message).ifPresent(who -> circles.seen(within.get(), who, message));
          } else if (message.uri().equals(ShownInDocuments.USER)) {
            person(message).ifPresent(who -> documents.published(who, message));
          }
        });
  }

  /**
   * This holds no longer.
   *
   * @return whether this place is asked to sign out
   */
  boolean withdrawn(byte[] body) {
    Optional<RoutedMessage> read = read(body);
    if (read.isEmpty()) {
      return false;
    }
    RoutedMessage message = read.get();
    Optional<UUID> group = group(message);
    Optional<CircleId> circle = message.from().flatMap(Arrivals::circle);
    Optional<CircleId> within = within(message);
    if (group.isPresent()) {
      RosterNotice.member(message)
          .flatMap(RoutedAddress::address)
          .ifPresent(who -> doorbell.parted(group.get(), who));
    } else if (circle.isPresent()) {
      if (message.uri().equals(RosterNotice.GROUP)) {
        circles.over(circle.get());
      }
    } else if (within.isPresent()) {
      person(message).ifPresent(who -> circles.went(within.get(), who));
    } else if (message.uri().equals(ShownInDocuments.USER)) {
      return person(message).filter(who -> documents.withdrawn(who, message)).isPresent();
    }
    return false;
  }

  /** Somebody says something. */
  void said(byte[] body) {
    read(body)
        .ifPresent(message ->
            message
                .to()
                .flatMap(Arrivals::circle)
                .ifPresentOrElse(
                    circle -> circles.said(circle, message), () -> doorbell.said(message)));
  }

  /** What others say is passed on by the server, so that nonsense is theirs. */
  private static Optional<RoutedMessage> read(byte[] body) {
    try {
      return Optional.of(RoutedMessage.read(body));
    } catch (MalformedCommand fault) {
      LOG.debug("no routed message: {}", fault.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<RosterDocument> roster(RoutedMessage message) {
    try {
      return Optional.of(RosterDocument.read(message.body()));
    } catch (MalformedCommand fault) {
      LOG.debug("from={} {}", message.from(), fault.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<UUID> group(RoutedMessage message) {
    return message
        .from()
        .filter(from -> from.network() == RoutedAddress.TEMPORARY_GROUP)
        .flatMap(RoutedAddress::group);
  }

  /** The circle in which somebody is seen. */
  private static Optional<CircleId> within(RoutedMessage message) {
    return message.from().flatMap(RoutedAddress::gateway).flatMap(Arrivals::circle);
  }

  /** The circle of an address; nothing when it is no circle's. */
  static Optional<CircleId> circle(RoutedAddress address) {
    return address.network() == RoutedAddress.CIRCLE
        ? address.group().map(UUID::toString).flatMap(CircleId::parse)
        : Optional.empty();
  }

  private static Optional<EmailAddress> person(RoutedMessage message) {
    return message.from().flatMap(RoutedAddress::address);
  }
}
