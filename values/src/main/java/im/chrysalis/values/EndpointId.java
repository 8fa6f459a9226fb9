package im.chrysalis.values;

import java.util.UUID;

/**
 * One place from which a person is signed in. Clients since MSNP16 name it themselves and keep the
 * name over restarts; for all others the server makes one up for each sign-in.
 *
 * @param id the place's GUID
 */
public record EndpointId(UUID id) {
  @Override
  public String toString() {
    return id.toString();
  }
}
