package im.chrysalis.values;

import java.util.Optional;
import java.util.UUID;

/**
 * One place from which a person is signed in. Clients since MSNP16 name it themselves and keep the
 * name over restarts; for all others the server makes one up for each sign-in.
 *
 * @param id the place's GUID
 */
public record EndpointId(UUID id) {
  /** Where somebody is whose client does not say so. */
  public static final EndpointId NOWHERE = new EndpointId(new UUID(0, 0));

  /** A place of a GUID in either case, with or without braces; nothing when it is none. */
  public static Optional<EndpointId> parse(String text) {
    return Guid.parseBraced(text).map(EndpointId::new);
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
