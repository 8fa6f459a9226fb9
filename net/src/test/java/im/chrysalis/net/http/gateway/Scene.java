package im.chrysalis.net.http.gateway;

import im.chrysalis.net.Gate;
import im.chrysalis.net.Loops;
import im.chrysalis.net.Marks;
import im.chrysalis.net.Protocol;
import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A gateway with loops and time of its own. */
final class Scene implements AutoCloseable {
  static final Marks MARKS = new Marks(1000, 500, 10_000, Duration.ofSeconds(30));
  static final GatewayLimits LIMITS =
      new GatewayLimits(
          100,
          2000,
          Duration.ofSeconds(60),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(15));

  final Loops loops = new Loops(2);
  final Gate gate = new Gate(new Gate.Limits(8, 80, 4));
  final AtomicLong nanos = new AtomicLong();
  final Gateway gateway;
  private String remote = "127.0.0.1";

  Scene(Map<Destination, Function<Gate.Pass, Protocol>> protocols) {
    gateway =
        new Gateway(loops, gate, MARKS, LIMITS, nanos::get, _ -> "gateway.example.com", protocols);
  }

  /** A gateway to one protocol, which is spoken in one session. */
  static Scene with(Protocol protocol) {
    return new Scene(Map.of(Destination.NOTIFICATION, _ -> protocol));
  }

  /** Whoever asks from now on does so from this address. */
  Scene from(String address) {
    remote = address;
    return this;
  }

  void pass(Duration time) {
    loops.settle();
    nanos.addAndGet(time.toNanos());
    gateway.sweep();
    loops.settle();
  }

  CompletableFuture<HttpResponse> ask(String method, String query, byte[] body) {
    return gateway
        .answer(
            new HttpRequest(
                method,
                Gateway.PATH,
                query,
                List.of(new HttpField("Host", "gateway.messenger.hotmail.com")),
                body,
                false,
                new InetSocketAddress("127.0.0.1", 80),
                new InetSocketAddress(remote, 50_000)))
        .toCompletableFuture();
  }

  CompletableFuture<HttpResponse> post(String query, String body) {
    return ask("POST", query, body.getBytes(StandardCharsets.UTF_8));
  }

  int statusOf(String query, String body) throws Exception {
    return post(query, body).get(10, TimeUnit.SECONDS).status();
  }

  @Override
  public void close() {
    gateway.close();
    loops.close();
  }
}
