package im.chrysalis.values;

/**
 * What a place tells the person's other places of itself.
 *
 * @param name such as a computer's name; may be empty
 * @param clientType what kind of client it is, in the client's own words
 * @param idle whether nobody is at it
 * @param status the status that was set there
 */
public record EndpointDetails(String name, String clientType, boolean idle, Status status) {
  /** A place that has told nothing yet. */
  public static final EndpointDetails NONE = new EndpointDetails("", "1", false, Status.ONLINE);
}
