package im.chrysalis.app;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;

/** By which IPv4 address others can probably reach this machine. */
final class OwnAddress {
  /** An address of the open internet that is nobody's (RFC 5737). */
  private static final byte[] FAR_AWAY = {(byte) 198, 51, 100, 1};

  private static final int ANY_PORT = 9;

  private OwnAddress() {}

  /**
   * The address on the way to the open internet; where there is no such way, the first one of any
   * network; else the loopback address. The first one alone may be that of a bridge to containers.
   */
  static InetAddress find() throws SocketException {
    Optional<InetAddress> outward = outward();
    return outward.isPresent()
        ? outward.get()
        : NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(OwnAddress::isReachable)
            .findFirst()
            .orElse(InetAddress.ofLiteral("127.0.0.1"));
  }

  /** Asks the system which address it would send from; nothing is sent. */
  private static Optional<InetAddress> outward() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByAddress(FAR_AWAY), ANY_PORT));
      return Optional.of(socket.getLocalAddress()).filter(OwnAddress::isReachable);
    } catch (IOException noWay) {
      return Optional.empty();
    }
  }

  private static boolean isReachable(InetAddress address) {
    return address instanceof Inet4Address
        && !address.isLoopbackAddress()
        && !address.isAnyLocalAddress();
  }
}
