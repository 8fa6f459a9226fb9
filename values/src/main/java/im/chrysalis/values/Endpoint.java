package im.chrysalis.values;

/**
 * One of the places from which a person is signed in, as everybody may see it.
 *
 * @param capabilities what the client there can do
 */
public record Endpoint(EndpointId id, Capabilities capabilities) {}
