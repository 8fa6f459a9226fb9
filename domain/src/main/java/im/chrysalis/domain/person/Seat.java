package im.chrysalis.domain.person;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.EndpointDetails;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import java.time.Instant;
import java.util.Optional;

/** One of a person's sessions, and what it said. */
final class Seat {
  final SessionLink link;
  final Optional<EndpointId> place;
  final Hearing hearing;
  boolean present;
  boolean acceptsInvitations = true;
  Status status = Status.OFFLINE;
  Capabilities capabilities = Capabilities.NONE;
  Optional<String> picture = Optional.empty();
  PersonalMessage message = PersonalMessage.NONE;
  EndpointDetails details = EndpointDetails.NONE;

  /** What the client at the place can do, where it says so apart from its status. */
  Optional<Capabilities> placed = Optional.empty();

  Capabilities expression = Capabilities.NONE;

  /** When it signed in, for a session that did so before the person was here. */
  final Instant since;

  Seat(SessionLink link, Optional<EndpointId> place, Hearing hearing) {
    this(link, place, hearing, Instant.MAX);
  }

  Seat(SessionLink link, Optional<EndpointId> place, Hearing hearing, Instant since) {
    this.link = link;
    this.place = place;
    this.hearing = hearing;
    this.since = since;
  }

  void says(Status newStatus, Capabilities newCapabilities, Optional<String> newPicture) {
    present = true;
    status = newStatus;
    capabilities = newCapabilities;
    picture = newPicture;
  }

  /** The place as others see it, of a client that names it. */
  Optional<Endpoint> endpoint() {
    return place.map(id -> new Endpoint(id, placed.orElse(capabilities), expression));
  }

  boolean hearsDirectly() {
    return hearing == Hearing.DIRECTLY;
  }

  boolean canBeRung() {
    return present && acceptsInvitations && status != Status.HIDDEN;
  }
}
