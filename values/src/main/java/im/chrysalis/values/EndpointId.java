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
  private static final int GUID_LENGTH = 36;

  /** A place of a GUID in either case, with or without braces; nothing when it is none. */
  public static Optional<EndpointId> parse(String text) {
    String bare =
        text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
    if (bare.length() != GUID_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(new EndpointId(UUID.fromString(bare)));
    } catch (IllegalArgumentException noGuid) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
