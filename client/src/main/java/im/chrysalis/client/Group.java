package im.chrysalis.client;

/**
 * A group of contacts. Since MSNP7.
 *
 * @param id what the server calls it
 * @param name what its owner calls it
 */
public record Group(String id, String name) {}
