package im.chrysalis.net.http;

import im.chrysalis.net.Encryption;
import im.chrysalis.net.Gate;
import im.chrysalis.net.Listener;
import im.chrysalis.net.Loops;
import im.chrysalis.net.Marks;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * A port where old clients ask over HTTP/1.0 and HTTP/1.1. The requests of a connection are handed
 * to the service one at a time, in their order, however many are sent ahead.
 *
 * @see <a href="../../../../../../../../docs/protocol/http.md">docs/protocol/http.md</a>
 */
public final class HttpListener implements AutoCloseable {
  /** An answer may be large, and no request is read while one waits to be taken. */
  private static final Marks MARKS =
      new Marks(64 * 1024, 32 * 1024, 32 * 1024 * 1024, Duration.ofSeconds(30));

  private final Listener listener;
  private final Set<HttpConnection> connections;

  private HttpListener(Listener listener, Set<HttpConnection> connections) {
    this.listener = listener;
    this.connections = connections;
  }

  /**
   * Listens.
   *
   * @param address where; port 0 is any free one
   * @param loops which serve what comes in
   * @param gate who may come in
   * @param nanos the clock by which deadlines pass
   * @param limits how much is borne of somebody who asks
   * @param service what answers
   * @throws IOException saying which address can't be listened on, and why
   */
  public static HttpListener open(
      InetSocketAddress address,
      Loops loops,
      Gate gate,
      LongSupplier nanos,
      HttpLimits limits,
      HttpService service)
      throws IOException {
    return open(address, loops, gate, nanos, limits, Optional.empty(), service);
  }

  /**
   * Listens for HTTPS.
   *
   * @param encryption the TLS
   * @see #open(InetSocketAddress, Loops, Gate, LongSupplier, HttpLimits, HttpService)
   */
  public static HttpListener openSecure(
      InetSocketAddress address,
      Loops loops,
      Gate gate,
      LongSupplier nanos,
      HttpLimits limits,
      Encryption encryption,
      HttpService service)
      throws IOException {
    return open(address, loops, gate, nanos, limits, Optional.of(encryption), service);
  }

  private static HttpListener open(
      InetSocketAddress address,
      Loops loops,
      Gate gate,
      LongSupplier nanos,
      HttpLimits limits,
      Optional<Encryption> encryption,
      HttpService service)
      throws IOException {
    Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    Listener listener =
        Listener.open(
            address,
            loops,
            gate,
            MARKS,
            nanos,
            encryption,
            pass -> {
              HttpConnection connection =
                  new HttpConnection(
                      service, limits, encryption.isPresent(), pass, connections::remove);
              connections.add(connection);
              return connection;
            });
    return new HttpListener(listener, connections);
  }

  /** Where it listens; the port that was found when any was asked for. */
  public InetSocketAddress address() {
    return listener.address();
  }

  /** How many connections there are. */
  public int connections() {
    return connections.size();
  }

  /** Listens no more; a connection ends with the answer that is under way, or at once. */
  @Override
  public void close() {
    listener.close();
    connections.forEach(HttpConnection::finishUp);
  }
}
