package im.chrysalis.server.referral;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Under which names clients reach this machine: one for each network that says so, and one for
 * everybody else.
 *
 * @param general for clients of no listed network; absent: the address that the client reached
 * @param networks the first one that holds the client wins
 */
public record Advertised(Optional<String> general, List<Network> networks) {
  /** Clients are sent to the address that they reached. */
  public static final Advertised NOTHING = new Advertised(Optional.empty(), List.of());

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

  /** Clients of a network, and the host they are sent to. */
  public record Network(byte[] address, int bits, String host) {
    String text() {
      try {
        return InetAddress.getByAddress(address).getHostAddress() + "/" + bits + "=" + host;
      } catch (UnknownHostException parsedFromOne) {
        throw new IllegalStateException(parsedFromOne);
      }
    }

    boolean holds(InetAddress client) {
      byte[] bytes = client.getAddress();
      if (bytes.length != address.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if ((bytes[bit >> 3] & mask) != (address[bit >> 3] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Reads {@code HOST[,NET/BITS=HOST...]}.
   *
   * @throws IllegalArgumentException saying which part is wrong, and why
   */
  public static Advertised parse(String text) {
    Optional<String> general = Optional.empty();
    List<Network> networks = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals >= 0) {
        networks.add(network(part, part.substring(0, equals), part.substring(equals + 1)));
      } else if (general.isPresent()) {
        throw new IllegalArgumentException("a second host for everybody: " + part);
      } else {
        general = Optional.of(host(part, part));
      }
    }
    return new Advertised(general, List.copyOf(networks));
  }

  private static Network network(String part, String network, String host) {
    int slash = network.indexOf('/');
    String address = slash < 0 ? network : network.substring(0, slash);
    if (!address.matches("[0-9a-fA-F:.]+")) {
      throw new IllegalArgumentException("no network such as 192.168.0.0/16: " + part);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int bits = slash < 0 ? bytes.length * 8 : Integer.parseInt(network.substring(slash + 1));
      if (bits < 0 || bits > bytes.length * 8) {
        throw new IllegalArgumentException("a network of " + bits + " bits: " + part);
      }
      return new Network(bytes, bits, host(part, host));
    } catch (UnknownHostException | NumberFormatException notOne) {
      throw new IllegalArgumentException("no network such as 192.168.0.0/16: " + part, notOne);
    }
  }

  private static String host(String part, String host) {
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException("no host name or IPv4 address: " + part);
    }
    return host;
  }

  /** What {@link #parse} reads; empty when nothing is advertised. */
  String text() {
    return Stream.concat(general.stream(), networks.stream().map(Network::text))
        .collect(Collectors.joining(","));
  }

  /** The host for a client, or nothing when it is to be the one it reached. */
  Optional<String> hostFor(InetAddress client) {
    return networks.stream()
        .filter(network -> network.holds(client))
        .findFirst()
        .map(Network::host)
        .or(() -> general);
  }
}
