package im.chrysalis.client;

import im.chrysalis.values.Ability;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Status;
import java.util.Set;

/**
 * One of the places from which the account is signed in, since MSNP16.
 *
 * @param name what it calls itself; may be empty
 * @param status the status that was set there
 * @param isIdle whether nobody is at it
 * @param abilities what the client there says it can do
 * @param isHere whether it is this messenger
 */
public record Place(
    EndpointId id,
    String name,
    Status status,
    boolean isIdle,
    Set<Ability> abilities,
    boolean isHere) {
  public Place {
    abilities = Set.copyOf(abilities);
  }
}
