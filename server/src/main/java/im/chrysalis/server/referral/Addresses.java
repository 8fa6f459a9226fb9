package im.chrysalis.server.referral;

import im.chrysalis.domain.person.Invitation;
import im.chrysalis.net.Connection;
import im.chrysalis.net.Gate;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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
  private final String node;
  private final String nodeHost;
  private final Optional<Switchboards> elsewhere;
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * Addresses of this machine.
   *
   * @param notificationPort asked when it is needed, because it is known only when it is listened
   *     on
   * @param node this node's name; empty where there is only one
   * @param nodeHost by which other nodes reach this one
   * @param elsewhere where conversations begin when this node has no switchboard itself
   */
  public Addresses(
      Advertised advertised,
      IntSupplier notificationPort,
      IntSupplier switchboardPort,
      String node,
      String nodeHost,
      Optional<Switchboards> elsewhere) {
    this.advertised = advertised;
    this.notificationPort = notificationPort;
    this.switchboardPort = switchboardPort;
    this.node = node;
    this.nodeHost = nodeHost;
    this.elsewhere = elsewhere;
  }

  /** {@code host:port} of the notification server. */
  public String notification(Connection client) {
    return host(client) + ":" + notificationPort.getAsInt();
  }

  /**
   * A switchboard as a client reaches it.
   *
   * @param node whose it is
   * @param address {@code host:port}
   */
  public record Switchboard(String node, String address) {}

  /**
   * Where a new conversation of a client begins: on this node, or, if it has no switchboard, on any
   * that has one; nothing while no such node is known.
   */
  public Optional<Switchboard> switchboard(Connection client) {
    if (elsewhere.isEmpty()) {
      return Optional.of(new Switchboard(node, own(client)));
    }
    List<Switchboard> all =
        elsewhere.get().places().entrySet().stream()
            .flatMap(it ->
                there(it.getValue(), client)
                    .map(address -> new Switchboard(it.getKey(), address))
                    .stream())
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(ThreadLocalRandom.current().nextInt(all.size())));
  }

  /** Where the switchboard of this node is, for {@link Invitation#place}. */
  public String place() {
    return new Whereabouts(switchboardPort.getAsInt(), nodeHost, advertised).text();
  }

  /**
   * {@code host:port} of the switchboard to which somebody is invited; nothing when its node, of
   * another version, says where it is in words that this one does not know.
   */
  public Optional<String> switchboard(Invitation invitation, Connection client) {
    return invitation.conversation().node().equals(node)
        ? Optional.of(own(client))
        : there(invitation.place(), client);
  }

  private String own(Connection client) {
    return host(client) + ":" + switchboardPort.getAsInt();
  }

  private Optional<String> there(String place, Connection client) {
    return Whereabouts.parse(place)
        .map(there ->
            there.hostFor(plain(client.remote().getAddress()), host(client)) + ":" + there.port());
  }

  /** {@code host:port} that the client reached. */
  public String reached(Connection client) {
    return host(client) + ":" + client.local().getPort();
  }

  /** The host by which the client reaches this machine. */
  public String host(Connection client) {
    return host(client.remote(), client.local());
  }

  /**
   * The host by which a client reaches this machine.
   *
   * @param client where the client is
   * @param here the address that it reached
   */
  public String host(InetSocketAddress client, InetSocketAddress here) {
    InetAddress remote = plain(client.getAddress());
    return advertised
        .hostFor(remote)
        .orElseGet(() -> {
          InetAddress reached = plain(here.getAddress());
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
