package im.chrysalis.app.serve;

import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Ports;
import im.chrysalis.net.CantListen;
import im.chrysalis.net.Encryption;
import im.chrysalis.net.Gate;
import im.chrysalis.net.Loops;
import im.chrysalis.net.http.HttpLimits;
import im.chrysalis.net.http.HttpListener;
import im.chrysalis.net.http.HttpService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The http and the https port, with the same services behind both. */
public final class WebPorts implements AutoCloseable {
  private final Open http;
  private final Open https;

  /** A port, and which one it stands in for because this user may not listen there. */
  public record Open(String name, HttpListener listener, Optional<Integer> insteadOf) {
    public InetSocketAddress address() {
      return listener.address();
    }
  }

  /** Opens a listener at an address. */
  @FunctionalInterface
  private interface Opening {
    HttpListener at(InetSocketAddress address) throws IOException;
  }

  private WebPorts(Open http, Open https) {
    this.http = http;
    this.https = https;
  }

  /**
   * Opens both.
   *
   * @throws IOException when one can't be listened on; its message is a sentence for the operator
   */
  static WebPorts open(
      Configuration configuration,
      Loops loops,
      Gate gate,
      LongSupplier nanos,
      Encryption tls,
      HttpService services)
      throws IOException {
    String host = configuration.host();
    Ports ports = configuration.ports();
    Open http =
        open(
            "http",
            host,
            ports.http(),
            Ports.HTTP_INSTEAD,
            at -> HttpListener.open(at, loops, gate, nanos, HttpLimits.DEFAULT, services));
    try {
      Open https =
          open(
              "https",
              host,
              ports.https(),
              Ports.HTTPS_INSTEAD,
              at ->
                  HttpListener.openSecure(
                      at, loops, gate, nanos, HttpLimits.DEFAULT, tls, services));
      return new WebPorts(http, https);
    } catch (IOException | RuntimeException fault) {
      http.listener().close();
      throw fault;
    }
  }

  private static Open open(String name, String host, int port, int instead, Opening opening)
      throws IOException {
    try {
      return new Open(name, opening.at(new InetSocketAddress(host, port)), Optional.empty());
    } catch (CantListen why) {
      if (!why.isForbidden()) {
        throw why;
      }
      return new Open(name, opening.at(new InetSocketAddress(host, instead)), Optional.of(port));
    }
  }

  public Open http() {
    return http;
  }

  public Open https() {
    return https;
  }

  /** Both of them. */
  public List<Open> all() {
    return List.of(http, https);
  }

  /** How many connections there are. */
  int connections() {
    return all().stream().mapToInt(it -> it.listener().connections()).sum();
  }

  /** Listens no more; answers under way still go out. */
  @Override
  public void close() {
    all().forEach(it -> it.listener().close());
  }
}
