package im.chrysalis.domain.person;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import java.time.Instant;
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
  PersonalMessage message = PersonalMessage.NONE;

  /** When it signed in, for a session that did so before the person was here. */
  final Instant since;

  Seat(SessionLink link, boolean exclusive) {
    this(link, exclusive, Instant.MAX);
  }

  Seat(SessionLink link, boolean exclusive, Instant since) {
    this.link = link;
    this.exclusive = exclusive;
    this.since = since;
  }

  void says(Status newStatus, Capabilities newCapabilities, Optional<String> newPicture) {
    present = true;
    status = newStatus;
    capabilities = newCapabilities;
    picture = newPicture;
  }

  boolean canBeRung() {
    return present && acceptsInvitations && status != Status.HIDDEN;
  }
}
