package im.chrysalis.client;

import im.chrysalis.values.Ability;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How to sign in.
 *
 * <p>Dialects since MSNP8 need a ticket of the network's web services. When no dialect is asked for
 * and nothing is said about the web services either, then an account that can't get a ticket is
 * signed in with an older dialect.
 *
 * @param server a dispatch server, which refers to a notification server, or a notification server
 * @param dialect the only version of the protocol to offer; without it, all that the library speaks
 * @param newest the newest version to offer when it is not the only one
 * @param status the status to begin with
 * @param abilities what others shall believe that the client can do
 * @param reconnect how to come back when the connection is lost; without it, never
 * @param web where tickets come from
 * @param machine from which place, since MSNP16
 * @param gateway over which all connections go, as HTTP requests; without it, they go straight to
 *     the servers
 * @param listener hears every event from the first one on
 */
public record Options(
    ServerAddress server,
    Optional<Dialect> dialect,
    Dialect newest,
    Status status,
    Set<Ability> abilities,
    Optional<Backoff> reconnect,
    WebServices web,
    Machine machine,
    Optional<ServerAddress> gateway,
    Consumer<? super Event> listener) {

  /** The versions that the library speaks, newest first. */
  public static final List<Dialect> DIALECTS = Dialect.SPOKEN;

  /** Who hears nothing. */
  static final Consumer<Event> NOBODY = _ -> {};

  /** This machine, the newest common dialect, online, coming back when the connection is lost. */
  public static final Options DEFAULT = at(ServerAddress.of("127.0.0.1"));

  public Options {
    requireSignedIn(status);
    Dialect asked = dialect.orElse(newest);
    if (!DIALECTS.contains(asked)) {
      throw new IllegalArgumentException("the library does not speak " + asked);
    }
    abilities = Set.copyOf(abilities);
  }

  /** The usual options for a server. */
  public static Options at(ServerAddress server) {
    return new Options(
        server,
        Optional.empty(),
        DIALECTS.getFirst(),
        Status.ONLINE,
        Set.of(),
        Optional.of(Backoff.DEFAULT),
        WebServices.UNKNOWN,
        Machine.UNNAMED,
        Optional.empty(),
        NOBODY);
  }

  /** The same at another server. */
  public Options server(ServerAddress other) {
    return new Options(
        other, dialect, newest, status, abilities, reconnect, web, machine, gateway, listener);
  }

  /**
   * The same with this version of the protocol or none.
   *
   * @throws IllegalArgumentException when it is none of {@link #DIALECTS}
   */
  public Options dialect(Dialect only) {
    return new Options(
        server,
        Optional.of(only),
        newest,
        status,
        abilities,
        reconnect,
        web,
        machine,
        gateway,
        listener);
  }

  /**
   * The same with no newer version of the protocol than this. Up to MSNP18 a text is done when
   * somebody has it; later the server keeps it for whoever is away and says nothing of that.
   *
   * @throws IllegalArgumentException when it is none of {@link #DIALECTS}
   */
  public Options newest(Dialect other) {
    return new Options(
        server, dialect, other, status, abilities, reconnect, web, machine, gateway, listener);
  }

  /** The versions to offer, newest first. */
  List<Dialect> offered() {
    return dialect
        .map(List::of)
        .orElseGet(() -> DIALECTS.subList(DIALECTS.indexOf(newest), DIALECTS.size()));
  }

  /**
   * The same with another status to begin with.
   *
   * @throws IllegalArgumentException for {@link Status#OFFLINE}
   */
  public Options status(Status other) {
    return new Options(
        server, dialect, newest, other, abilities, reconnect, web, machine, gateway, listener);
  }

  /** The same with other abilities. Since MSNP8. */
  public Options abilities(Set<Ability> others) {
    return new Options(
        server, dialect, newest, status, others, reconnect, web, machine, gateway, listener);
  }

  /** The same with other waits before coming back. */
  public Options reconnect(Backoff waits) {
    return with(Optional.of(waits));
  }

  /** The same, but a lost connection is the end. */
  public Options withoutReconnecting() {
    return with(Optional.empty());
  }

  private Options with(Optional<Backoff> other) {
    return new Options(
        server, dialect, newest, status, abilities, other, web, machine, gateway, listener);
  }

  /** The same with web services at a place of their own. */
  public Options web(ServerAddress where) {
    return with(web.at(where));
  }

  /**
   * The same, but of all web services only those are believed that an authority in a file
   * certifies: the server's own, for example, which it gives at {@code /ca.pem}.
   *
   * @param file one or more certificates as PEM, or one as DER; read at each sign-in
   */
  public Options trusting(Path file) {
    return with(web.trusting(file));
  }

  /**
   * The same over a gateway, for those who reach nothing but the web. Requests take the proxy that
   * Java is set to.
   *
   * @param where its http port, 80 as a rule
   */
  public Options through(ServerAddress where) {
    return new Options(
        server,
        dialect,
        newest,
        status,
        abilities,
        reconnect,
        web,
        machine,
        Optional.of(where),
        listener);
  }

  /** The same with somebody else who gives tickets. */
  public Options tickets(TicketSource source) {
    return with(web.tickets(source));
  }

  private Options with(WebServices other) {
    return new Options(
        server, dialect, newest, status, abilities, reconnect, other, machine, gateway, listener);
  }

  /** The same from a place with a name, which the account's other places see. Since MSNP16. */
  public Options place(String name) {
    return with(new Machine(name, machine.id()));
  }

  /**
   * The same from a place with a fixed id: the one that ended without signing out is the same place
   * when it comes back. Since MSNP16.
   */
  public Options machine(EndpointId id) {
    return with(new Machine(machine.name(), Optional.of(id)));
  }

  private Options with(Machine other) {
    return new Options(
        server, dialect, newest, status, abilities, reconnect, web, other, gateway, listener);
  }

  /** The same with another listener, called as {@link Messenger#listen} says. */
  public Options listener(Consumer<? super Event> other) {
    return new Options(
        server, dialect, newest, status, abilities, reconnect, web, machine, gateway, other);
  }

  static void requireSignedIn(Status status) {
    if (status == Status.OFFLINE) {
      throw new IllegalArgumentException("who is signed in is not offline: hide, or sign out");
    }
  }
}
