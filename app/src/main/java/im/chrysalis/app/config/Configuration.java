package im.chrysalis.app.config;

import im.chrysalis.net.Gate;
import im.chrysalis.server.referral.Advertised;
import im.chrysalis.server.session.ServerSettings;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is set when a server starts.
 *
 * @param data the data directory
 * @param host the address to listen on
 * @param advertised under which names clients reach this machine
 * @param roles what this process serves
 * @param storeUrl a JDBC address; absent: SQLite in the data directory
 * @param keyFile where the key of recoverable secrets is; absent: in the data directory
 * @param servers what the servers may do
 * @param gate how many connections an address may have
 */
public record Configuration(
    Path data,
    String host,
    Advertised advertised,
    Ports ports,
    Set<Role> roles,
    Optional<String> storeUrl,
    Optional<Path> keyFile,
    ServerSettings servers,
    Gate.Limits gate) {

  /** What holds when nothing is set. */
  public static Configuration in(Path data) {
    return new Configuration(
        data,
        "0.0.0.0",
        Advertised.NOTHING,
        Ports.DEFAULT,
        EnumSet.allOf(Role.class),
        Optional.empty(),
        Optional.empty(),
        ServerSettings.DEFAULT,
        Gate.Limits.DEFAULT);
  }

  public Configuration at(String otherHost, Ports others) {
    return new Configuration(
        data, otherHost, advertised, others, roles, storeUrl, keyFile, servers, gate);
  }

  public Configuration with(ServerSettings others) {
    return new Configuration(
        data, host, advertised, ports, roles, storeUrl, keyFile, others, gate);
  }

  public Configuration with(Advertised other) {
    return new Configuration(data, host, other, ports, roles, storeUrl, keyFile, servers, gate);
  }

  public Configuration withStore(String url) {
    return new Configuration(
        data, host, advertised, ports, roles, Optional.of(url), keyFile, servers, gate);
  }
}
