package im.chrysalis.domain.person;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.Status;
import java.util.Optional;

/** One of a person's sessions, and what it said. */
final class Seat {
  final SessionLink link;
  final boolean exclusive;
  boolean present;
  boolean acceptsInvitations = true;
  Status status = Status.OFFLINE;
  Capabilities capabilities = Capabilities.NONE;
  Optional<String> picture = Optional.empty();

  Seat(SessionLink link, boolean exclusive) {
    this.link = link;
    this.exclusive = exclusive;
  }

  boolean canBeRung() {
    return present && acceptsInvitations && status != Status.HIDDEN;
  }
}
