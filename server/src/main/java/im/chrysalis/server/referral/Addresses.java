package im.chrysalis.server.referral;

import im.chrysalis.net.Connection;
import im.chrysalis.net.Gate;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a client is sent: host and port as this client can reach them. Any thread. */
public final class Addresses {
  private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);

  private final Advertised advertised;
  private final IntSupplier notificationPort;
  private final IntSupplier switchboardPort;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * Addresses of this machine.
   *
   * @param notificationPort asked when it is needed, because it is known only when it is listened
   *     on
   */
  public Addresses(
      Advertised advertised, IntSupplier notificationPort, IntSupplier switchboardPort) {
    this.advertised = advertised;
    this.notificationPort = notificationPort;
    this.switchboardPort = switchboardPort;
  }

  /** {@code host:port} of the notification server. */
  public String notification(Connection client) {
    return host(client) + ":" + notificationPort.getAsInt();
  }

  /** {@code host:port} of the switchboard server. */
  public String switchboard(Connection client) {
    return host(client) + ":" + switchboardPort.getAsInt();
  }

  /** {@code host:port} that the client reached. */
  public String reached(Connection client) {
    return host(client) + ":" + client.local().getPort();
  }

  /** The host by which the client reaches this machine. */
  public String host(Connection client) {
    InetAddress remote = plain(client.remote().getAddress());
    return advertised
        .hostFor(remote)
        .orElseGet(() -> {
          InetSocketAddress local = client.local();
          InetAddress reached = plain(local.getAddress());
          if (!Gate.isNear(remote) && Gate.isNear(reached) && warned.compareAndSet(false, true)) {
            LOG.warn(
                "a client of the open internet ({}) is sent to {}, which it can't reach:"
                    + " set --advertise HOST to the name or address it can",
                remote.getHostAddress(),
                reached.getHostAddress());
          }
          return reached.getHostAddress();
        });
  }

  /** An IPv4 address that came mapped into IPv6, as IPv4. */
  private static InetAddress plain(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address
        && Arrays.equals(
            Arrays.copyOf(bytes, 12), new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1})) {
      try {
        return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
      } catch (UnknownHostException fourBytesAreAlwaysOne) {
        throw new IllegalStateException(fourBytesAreAlwaysOne);
      }
    }
    return address;
  }
}
