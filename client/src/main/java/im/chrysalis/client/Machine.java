package im.chrysalis.client;

import im.chrysalis.values.EndpointId;
import java.util.Optional;

/**
 * The place from which an account signs in, since MSNP16.
 *
 * @param name what the account's other places call it; empty for none
 * @param id what the server knows it by: a second sign-in with the same id ends the first. Without
 *     it, each messenger is a place of its own
 */
public record Machine(String name, Optional<EndpointId> id) {
  /** A place that says nothing of itself. */
  public static final Machine UNNAMED = new Machine("", Optional.empty());
}
