package im.chrysalis.net.http;

/**
 * One line of a head. Names keep the case in which they were received or shall be sent, because old
 * clients compare them by it.
 */
public record HttpField(String name, String value) {}
