package im.chrysalis.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * Over HTTP requests to a gateway, for those who reach nothing but the web; through the proxy that
 * Java is set to, if there is one.
 *
 * @see <a href="../../../../../../../docs/protocol/gateway.md">docs/protocol/gateway.md</a>
 */
final class GatewayRoad implements Road {
  private static final Duration CONNECTING = Duration.ofSeconds(10);

  private final ServerAddress gateway;
  private final HttpClient http;

  GatewayRoad(ServerAddress gateway) {
    this.gateway = gateway;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTING)
            .executor(task -> Thread.ofVirtual().start(task))
            .build();
  }

  /** The gateway knows one notification server and one switchboard, whatever their address. */
  @Override
  public void open(Kind kind, ServerAddress server, Traveller traveller) {
    URI place = URI.create("http://" + gateway + "/gateway/gateway.dll");
    String what =
        switch (kind) {
          case NOTIFICATION -> "NS";
          case SWITCHBOARD -> "SB";
        };
    new GatewaySession(http, place, gateway, traveller)
        .open("Action=open&Server=" + what + "&IP=" + server.host());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
