package im.chrysalis.client;

import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.SignIn;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to sign in.
 *
 * @param server a dispatch server, which refers to a notification server, or a notification server
 * @param dialect the only version of the protocol to offer; without it, all that the library speaks
 * @param status the status to begin with
 * @param reconnect how to come back when the connection is lost; without it, never
 * @param listener hears every event from the first one on
 */
public record Options(
    ServerAddress server,
    Optional<Dialect> dialect,
    Status status,
    Optional<Backoff> reconnect,
    Consumer<? super Event> listener) {

  /** The versions that the library speaks, newest first. */
  public static final List<Dialect> DIALECTS =
      Dialect.SPOKEN.stream().filter(it -> it.signIn() == SignIn.MD5).toList();

  /** This machine, the newest common dialect, online, coming back when the connection is lost. */
  public static final Options DEFAULT = at(ServerAddress.of("127.0.0.1"));

  public Options {
    requireSignedIn(status);
  }

  /** The usual options for a server. */
  public static Options at(ServerAddress server) {
    return new Options(
        server, Optional.empty(), Status.ONLINE, Optional.of(Backoff.DEFAULT), _ -> {});
  }

  /** The same at another server. */
  public Options server(ServerAddress other) {
    return new Options(other, dialect, status, reconnect, listener);
  }

  /** The same with this version of the protocol or none. */
  public Options dialect(Dialect only) {
    return new Options(server, Optional.of(only), status, reconnect, listener);
  }

  /**
   * The same with another status to begin with.
   *
   * @throws IllegalArgumentException for {@link Status#OFFLINE}
   */
  public Options status(Status other) {
    return new Options(server, dialect, other, reconnect, listener);
  }

  /** The same with other waits before coming back. */
  public Options reconnect(Backoff waits) {
    return new Options(server, dialect, status, Optional.of(waits), listener);
  }

  /** The same, but a lost connection is the end. */
  public Options withoutReconnecting() {
    return new Options(server, dialect, status, Optional.empty(), listener);
  }

  /** The same with another listener, called as {@link Messenger#listen} says. */
  public Options listener(Consumer<? super Event> other) {
    return new Options(server, dialect, status, reconnect, other);
  }

  static void requireSignedIn(Status status) {
    if (status == Status.OFFLINE) {
      throw new IllegalArgumentException("who is signed in is not offline: hide, or sign out");
    }
  }
}
