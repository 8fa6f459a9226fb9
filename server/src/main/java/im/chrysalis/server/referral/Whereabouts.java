package im.chrysalis.server.referral;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where clients find the switchboard of a node, as the node tells the others. Written as {@code
 * 1865 10.0.0.12 chat.example.org,192.168.0.0/16=192.168.1.10}: port, the node's own host, and what
 * it advertises, which may be missing.
 *
 * @param port of the switchboard
 * @param host by which other nodes reach the node
 * @param advertised under which names clients reach it
 */
record Whereabouts(int port, String host, Advertised advertised) {
  private static final int PARTS = 3;

  String text() {
    String names = advertised.text();
    return port + " " + host + (names.isEmpty() ? "" : " " + names);
  }

  /** What a node said, or nothing when this version does not understand it. */
  static Optional<Whereabouts> parse(String text) {
    String[] words = text.split(" ", PARTS);
    try {
      return words.length < 2
          ? Optional.empty()
          : Optional.of(
              new Whereabouts(
                  Integer.parseInt(words[0]),
                  words[1],
                  words.length < PARTS ? Advertised.NOTHING : Advertised.parse(words[2])));
    } catch (IllegalArgumentException notUnderstood) {
      return Optional.empty();
    }
  }

  /**
   * The host for a client.
   *
   * @param reached the address of this node that the client reached, where a neighbour on the same
   *     machine can be reached too
   */
  String hostFor(InetAddress client, String reached) {
    return advertised.hostFor(client).orElseGet(() -> isOnThisMachine() ? reached : host);
  }

  private boolean isOnThisMachine() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException elsewhere) {
      return false;
    }
  }
}
