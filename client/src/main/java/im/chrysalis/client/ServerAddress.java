package im.chrysalis.client;

import java.util.Optional;

/**
 * Where a server listens.
 *
 * @param host a name or an address, not empty; an IPv6 address without its brackets
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {
  /** The port that servers of this network have always had. */
  public static final int USUAL_PORT = 1863;

  private static final int MAX_PORT = 65_535;

  public ServerAddress {
    if (host.isEmpty() || host.chars().anyMatch(c -> Character.isWhitespace(c) || c == '/')) {
      throw new IllegalArgumentException("a server needs a host: " + host);
    }
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("a port is a number from 1 to 65535: " + port);
    }
  }

  /** A server at {@value #USUAL_PORT}. */
  public static ServerAddress of(String host) {
    return new ServerAddress(host, USUAL_PORT);
  }

  /**
   * Reads {@code host:port}, {@code [IPv6]:port}, or a host alone, which stands for {@value
   * #USUAL_PORT}; nothing when the text is none of them.
   */
  public static Optional<ServerAddress> parse(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? Optional.empty() : parse(text.substring(1, end), text.substring(end + 1));
    }
    int colon = text.indexOf(':');
    boolean bareIpv6 = colon >= 0 && text.indexOf(':', colon + 1) >= 0;
    return colon < 0 || bareIpv6
        ? parse(text, "")
        : parse(text.substring(0, colon), text.substring(colon));
  }

  private static Optional<ServerAddress> parse(String host, String port) {
    if (host.isEmpty() || host.chars().anyMatch(c -> Character.isWhitespace(c) || c == '/')) {
      return Optional.empty();
    }
    if (port.isEmpty()) {
      return Optional.of(of(host));
    }
    if (!port.matches(":[0-9]{1,5}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(port.substring(1));
    return number < 1 || number > MAX_PORT
        ? Optional.empty()
        : Optional.of(new ServerAddress(host, number));
  }

  /** {@code host:port}, an IPv6 address in brackets. */
  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
