package im.chrysalis.app.config;

import im.chrysalis.net.Gate;
import im.chrysalis.server.access.PasswordGuard;
import im.chrysalis.server.referral.Advertised;
import im.chrysalis.server.session.ServerSettings;
import im.chrysalis.store.StoreOptions;
import java.nio.file.Path;
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
 * @param neighbours the other servers of the network
 * @param tls the TLS of the https port
 * @param servers what the servers may do
 * @param gate how many connections an address may have
 * @param passwords how many wrong passwords are borne
 * @param logs how much is logged
 */
public record Configuration(
    Path data,
    String host,
    Advertised advertised,
    Ports ports,
    Set<Role> roles,
    Optional<String> storeUrl,
    Optional<Path> keyFile,
    Neighbours neighbours,
    TlsSettings tls,
    ServerSettings servers,
    Gate.Limits gate,
    PasswordGuard.Limits passwords,
    LogLevels logs) {

  /** What holds when nothing is set. */
  public static Configuration in(Path data) {
    return of(data, Choices.NONE);
  }

  /** What holds with an operator's choices. */
  public static Configuration of(Path data, Choices choices) {
    return new Configuration(
        data,
        choices.of(Settings.HOST),
        choices.of(Settings.ADVERTISE),
        ports(choices),
        choices.of(Settings.ROLES),
        choices.of(Settings.STORE_URL),
        choices.of(Settings.KEY_FILE).map(data::resolve),
        Neighbours.of(choices),
        TlsSettings.of(data, choices),
        servers(choices),
        new Gate.Limits(
            choices.of(Settings.PUBLIC_CONNECTIONS),
            choices.of(Settings.PRIVATE_CONNECTIONS),
            choices.of(Settings.PUBLIC_STRANGERS)),
        new PasswordGuard.Limits(
            choices.of(Settings.WRONG_PER_ACCOUNT),
            choices.of(Settings.WRONG_PER_ADDRESS),
            choices.of(Settings.WRONG_WINDOW),
            choices.of(Settings.WRONG_DELAY)),
        new LogLevels(choices.of(Settings.LOG_LEVEL), choices.of(Settings.LOG_LEVELS)));
  }

  private static Ports ports(Choices choices) {
    return new Ports(
        choices.of(Settings.DISPATCH_PORT),
        choices.of(Settings.NOTIFICATION_PORT),
        choices.of(Settings.SWITCHBOARD_PORT),
        choices.of(Settings.HTTP_PORT),
        choices.of(Settings.HTTPS_PORT),
        choices.of(Settings.SITE_PORT));
  }

  private static ServerSettings servers(Choices choices) {
    return new ServerSettings(
        choices.of(Settings.STRICT_CHALLENGE),
        choices.of(Settings.INVITATIONS),
        choices.of(Settings.SITE_URL),
        choices.of(Settings.SIGN_IN_TIME),
        choices.of(Settings.IDLE_CONVERSATION),
        choices.of(Settings.INVITES));
  }

  /** Where and how things are kept. */
  public StoreOptions store() {
    StoreOptions here = StoreOptions.in(data);
    StoreOptions there = storeUrl.map(here::withUrl).orElse(here);
    return keyFile.map(there::withKeyFile).orElse(there);
  }

  public Configuration at(String otherHost, Ports others) {
    return new Configuration(
        data,
        otherHost,
        advertised,
        others,
        roles,
        storeUrl,
        keyFile,
        neighbours,
        tls,
        servers,
        gate,
        passwords,
        logs);
  }

  public Configuration beside(Neighbours others) {
    return new Configuration(
        data,
        host,
        advertised,
        ports,
        roles,
        storeUrl,
        keyFile,
        others,
        tls,
        servers,
        gate,
        passwords,
        logs);
  }

  public Configuration serving(Set<Role> others) {
    return new Configuration(
        data,
        host,
        advertised,
        ports,
        others,
        storeUrl,
        keyFile,
        neighbours,
        tls,
        servers,
        gate,
        passwords,
        logs);
  }

  public Configuration with(ServerSettings others) {
    return new Configuration(
        data,
        host,
        advertised,
        ports,
        roles,
        storeUrl,
        keyFile,
        neighbours,
        tls,
        others,
        gate,
        passwords,
        logs);
  }
}
