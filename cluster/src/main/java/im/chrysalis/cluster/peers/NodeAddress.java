package im.chrysalis.cluster.peers;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where nodes reach a node.
 *
 * @param host a name, an IPv4 address or an IPv6 address without brackets
 * @param port 0 stands for any free one
 */
public record NodeAddress(String host, int port) {
  private static final int MAX_PORT = 65535;

  /**
   * Reads {@code HOST:PORT}.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  public static NodeAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (!host.isEmpty() && port >= 0 && port <= MAX_PORT) {
        return new NodeAddress(host, port);
      }
    } catch (NumberFormatException notOne) {
      // said below, together with all else that can be wrong
    }
    throw new IllegalArgumentException("a node's address is HOST:PORT, which this is not: " + text);
  }

  /** Whether only this machine can reach it. */
  boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
