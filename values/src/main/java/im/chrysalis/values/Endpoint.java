package im.chrysalis.values;

/**
 * One of the places from which a person is signed in, as everybody may see it.
 *
 * @param capabilities what the client there can do
 * @param expression what it can do with what people show of themselves, such as pictures and
 *     scenes, where the client says so apart from all else
 */
public record Endpoint(EndpointId id, Capabilities capabilities, Capabilities expression) {
  /** A place whose client says all that it can do at once. */
  public Endpoint(EndpointId id, Capabilities capabilities) {
    this(id, capabilities, Capabilities.NONE);
  }
}
