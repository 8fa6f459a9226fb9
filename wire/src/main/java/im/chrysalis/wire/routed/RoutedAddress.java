package im.chrysalis.wire.routed;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Guid;
import im.chrysalis.wire.payload.Memberships;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * From whom, or to whom, a routed message goes.
 *
 * <pre>
 * 1:ben@example.com;epid={GUID};path=IM;via=9:guid@live.com
 * |  \              \           \       \
 * |   \              \           \       through which group or gateway
 * |    account        place       for which service
 * network
 * </pre>
 *
 * @param network {@value Memberships#HERE} for people of this one, {@value #CIRCLE} and {@value
 *     #TEMPORARY_GROUP} for groups, 4 for telephones, 13 and 14 for people and gateways of others
 * @param account as it came: mostly an address
 * @param place one of the places where somebody is signed in
 * @param path {@code IM}, {@code PE}
 * @param via an address of this form, without parameters
 * @see <a
 *     href="../../../../../../../../docs/protocol/routed.md#addresses">docs/protocol/routed.md</a>
 */
public record RoutedAddress(
    int network,
    String account,
    Optional<EndpointId> place,
    Optional<String> path,
    Optional<String> via) {
  /** The network of circles, which last. */
  public static final int CIRCLE = 9;

  /** The network of groups that last for a conversation. */
  public static final int TEMPORARY_GROUP = 10;

  private static final int HIGHEST_NETWORK = 0xFFFF;
  private static final int LONGEST = 256;
  private static final String GROUP_HOST = "@live.com";

  /**
   * An address.
   *
   * @throws IllegalArgumentException when a part holds what would break the header, or is too long
   */
  public RoutedAddress {
    if (network < 0
        || network > HIGHEST_NETWORK
        || !isPart(account)
        || !path.map(RoutedAddress::isPart).orElse(true)
        || !via.map(RoutedAddress::isPart).orElse(true)) {
      throw new IllegalArgumentException("no routed address: " + network + ":" + account);
    }
  }

  /**
   * Reads an address, its parameters in any order. Those that are not known are left out, and so is
   * a place that is no GUID, or nowhere.
   */
  public static Optional<RoutedAddress> parse(String text) {
    String[] parts = text.strip().split(";", -1);
    int colon = parts[0].indexOf(':');
    if (colon < 1 || !parts[0].substring(0, colon).matches("[0-9]{1,5}")) {
      return Optional.empty();
    }
    int network = Integer.parseInt(parts[0].substring(0, colon));
    String account = parts[0].substring(colon + 1).strip();
    if (network > HIGHEST_NETWORK || !isPart(account)) {
      return Optional.empty();
    }
    return Optional.of(
        new RoutedAddress(
            network,
            account,
            parameter(parts, "epid")
                .flatMap(EndpointId::parse)
                .filter(place -> !place.equals(EndpointId.NOWHERE)),
            parameter(parts, "path"),
            parameter(parts, "via")));
  }

  /** Somebody of this network, wherever they are. */
  public static RoutedAddress of(EmailAddress who) {
    return of(who, Optional.empty());
  }

  /** Somebody of this network at one of their places. */
  public static RoutedAddress of(EmailAddress who, Optional<EndpointId> place) {
    return new RoutedAddress(
        Memberships.HERE, who.text(), place, Optional.empty(), Optional.empty());
  }

  /** A circle. */
  public static RoutedAddress circle(UUID group) {
    return group(CIRCLE, group);
  }

  /** A group that lasts for a conversation. */
  public static RoutedAddress temporary(UUID group) {
    return group(TEMPORARY_GROUP, group);
  }

  private static RoutedAddress group(int network, UUID group) {
    return new RoutedAddress(
        network, group + GROUP_HOST, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether it is a group's. */
  public boolean isGroup() {
    return network == CIRCLE || network == TEMPORARY_GROUP;
  }

  /** The address of a person; nothing for groups, telephones and gateways. */
  public Optional<EmailAddress> address() {
    return isGroup() ? Optional.empty() : EmailAddress.parse(account);
  }

  /** The GUID of a group; nothing for people. */
  public Optional<UUID> group() {
    String lower = account.toLowerCase(Locale.ROOT);
    return isGroup() && lower.endsWith(GROUP_HOST)
        ? Guid.parse(lower.substring(0, lower.length() - GROUP_HOST.length()))
        : Optional.empty();
  }

  /** Through which group or gateway it goes, when that is an address. */
  public Optional<RoutedAddress> gateway() {
    return via.flatMap(RoutedAddress::parse);
  }

  /** The same at another place. */
  public RoutedAddress with(Optional<EndpointId> other) {
    return new RoutedAddress(network, account, other, path, via);
  }

  /** The same for a service. */
  public RoutedAddress withPath(String service) {
    return new RoutedAddress(network, account, place, Optional.of(service), via);
  }

  /** The same through a group or gateway. */
  public RoutedAddress withVia(RoutedAddress gateway) {
    return new RoutedAddress(network, account, place, path, Optional.of(gateway.bare().word()));
  }

  /** Network and account alone. */
  public RoutedAddress bare() {
    return new RoutedAddress(
        network, account, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The value of a header. */
  public String word() {
    StringBuilder word = new StringBuilder().append(network).append(':').append(account);
    place.ifPresent(it -> word.append(";epid={").append(it).append('}'));
    path.ifPresent(it -> word.append(";path=").append(it));
    via.ifPresent(it -> word.append(";via=").append(it));
    return word.toString();
  }

  @Override
  public String toString() {
    return word();
  }

  private static Optional<String> parameter(String[] parts, String name) {
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals > 0 && parts[i].substring(0, equals).strip().equalsIgnoreCase(name)) {
        String value = parts[i].substring(equals + 1).strip();
        return isPart(value) ? Optional.of(value) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isPart(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST
        && text.chars()
            .noneMatch(c -> c <= ' ' || c == ';' || c == 0x7F || Character.isISOControl(c));
  }
}
