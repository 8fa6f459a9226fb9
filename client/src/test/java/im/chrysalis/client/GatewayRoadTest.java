package im.chrysalis.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection over a gateway, whose answers are in the test. */
class GatewayRoadTest {
  private static final String SESSION = "0123456789abcdef.";

  private final BlockingQueue<HttpExchange> requests = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Heard traveller = new Heard();
  private HttpServer gateway;
  private GatewayRoad road;

  /** What a traveller hears. */
  private static final class Heard implements Road.Traveller {
    final CompletableFuture<Road.Pipe> arrived = new CompletableFuture<>();
    final CompletableFuture<Failure> failed = new CompletableFuture<>();
    final CompletableFuture<String> closed = new CompletableFuture<>();
    final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    @Override
    public void arrived(Road.Pipe pipe) {
      arrived.complete(pipe);
    }

    @Override
    public void failed(Failure why) {
      failed.complete(why);
    }

    @Override
    public void received(byte[] bytes) {
      received.add(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void closed(String why) {
      closed.complete(why);
    }
  }

  @BeforeEach
  void start() throws Exception {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.setExecutor(threads);
    gateway.createContext("/gateway/gateway.dll", requests::add);
    gateway.start();
    road = new GatewayRoad(address());
    road.open(Road.Kind.NOTIFICATION, ServerAddress.of("server.example.com"), traveller);
  }

  @AfterEach
  void stop() {
    road.close();
    gateway.stop(0);
    threads.close();
  }

  @Test
  void whatIsSaidEndsTheWaitingForMore() throws Exception {
    Road.Pipe pipe = open();
    HttpExchange waiting = next("Action=poll&Lifespan=30&SessionID=" + SESSION + "1", "");
    pipe.write(bytes("VER 1 MSNP7 CVR0\r\n"));
    HttpExchange saying = next("SessionID=" + SESSION + "1", "VER 1 MSNP7 CVR0\r\n");
    answer(waiting, 2, "");
    answer(saying, 2, "VER 1 MSNP7\r\n");
    assertThat(received()).isEqualTo("VER 1 MSNP7\r\n");
    answer(next("Action=poll&Lifespan=30&SessionID=" + SESSION + "2", ""), 3, "QNG\r\n");
    assertThat(received()).isEqualTo("QNG\r\n");
    next("Action=poll&Lifespan=30&SessionID=" + SESSION + "3", "");
  }

  @Test
  void anAnswerThatOvertakesAnotherWaitsForIt() throws Exception {
    Road.Pipe pipe = open();
    HttpExchange waiting = next("Action=poll&Lifespan=30&SessionID=" + SESSION + "1", "");
    pipe.write(bytes("PNG\r\n"));
    HttpExchange saying = next("SessionID=" + SESSION + "1", "PNG\r\n");
    answer(saying, 3, "QNG\r\n");
    answer(waiting, 2, "FLN ben@example.com\r\n");
    assertThat(received()).isEqualTo("FLN ben@example.com\r\n");
    assertThat(received()).isEqualTo("QNG\r\n");
    next("Action=poll&Lifespan=30&SessionID=" + SESSION + "3", "");
  }

  @Test
  void aRequestThatGotLostIsSentAgainAsItWas() throws Exception {
    Road.Pipe pipe = open();
    HttpExchange waiting = next("Action=poll&Lifespan=30&SessionID=" + SESSION + "1", "");
    pipe.write(bytes("PNG\r\n"));
    next("SessionID=" + SESSION + "1", "PNG\r\n").close();
    answer(next("SessionID=" + SESSION + "1", "PNG\r\n"), 2, "QNG\r\n");
    assertThat(received()).isEqualTo("QNG\r\n");
    answer(waiting, 2, "");
  }

  @Test
  void closingSaysTheLastWords() throws Exception {
    Road.Pipe pipe = open();
    HttpExchange waiting = next("Action=poll&Lifespan=30&SessionID=" + SESSION + "1", "");
    HttpExchange first = write(pipe, "PNG\r\n");
    pipe.write(bytes("OUT\r\n"));
    pipe.close();
    answer(waiting, 2, "");
    answer(first, 2, "QNG\r\n");
    answer(next("Action=close&SessionID=" + SESSION + "2", "OUT\r\n"), 3, "");
    assertThat(traveller.closed.get(20, TimeUnit.SECONDS)).isEqualTo("the server closed it");
  }

  @Test
  void aSessionThatTheGatewayEndsIsOver() throws Exception {
    open();
    answer(
        next("Action=poll&Lifespan=30&SessionID=" + SESSION + "1", ""),
        "SessionID=" + SESSION + "2; GW-IP=127.0.0.1; Session=close",
        "OUT OTH\r\n");
    assertThat(received()).isEqualTo("OUT OTH\r\n");
    assertThat(traveller.closed.get(20, TimeUnit.SECONDS)).isEqualTo("the server closed it");
  }

  @Test
  void aGatewayThatKnowsTheSessionNoMoreHasLostIt() throws Exception {
    open();
    HttpExchange waiting = next("Action=poll&Lifespan=30&SessionID=" + SESSION + "1", "");
    waiting.sendResponseHeaders(400, -1);
    waiting.close();
    assertThat(traveller.closed.get(20, TimeUnit.SECONDS)).isEqualTo("the gateway answers 400");
  }

  @Test
  void aGatewayThatOpensNothingIsUnreachable() throws Exception {
    HttpExchange opening = next("Action=open&Server=NS&IP=server.example.com", "");
    opening.sendResponseHeaders(503, -1);
    opening.close();
    assertThat(traveller.failed.get(20, TimeUnit.SECONDS))
        .isEqualTo(new Failure.Unreachable(address(), "the gateway answers 503"));
  }

  private ServerAddress address() {
    return new ServerAddress("127.0.0.1", gateway.getAddress().getPort());
  }

  private Road.Pipe open() throws Exception {
    answer(next("Action=open&Server=NS&IP=server.example.com", ""), 1, "");
    return traveller.arrived.get(20, TimeUnit.SECONDS);
  }

  private HttpExchange write(Road.Pipe pipe, String text) throws Exception {
    pipe.write(bytes(text));
    return next("SessionID=" + SESSION + "1", text);
  }

  /** The next request, which must be this one. */
  private HttpExchange next(String query, String body) throws Exception {
    HttpExchange request = requests.poll(20, TimeUnit.SECONDS);
    assertThat(request).as(query).isNotNull();
    assertThat(request.getRequestURI().getRawQuery()).isEqualTo(query);
    assertThat(new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(body);
    return request;
  }

  private String received() throws Exception {
    return traveller.received.poll(20, TimeUnit.SECONDS);
  }

  private static void answer(HttpExchange request, int number, String body) throws Exception {
    answer(request, "SessionID=" + SESSION + number + "; GW-IP=127.0.0.1", body);
  }

  private static void answer(HttpExchange request, String state, String body) throws Exception {
    request.getResponseHeaders().set("X-MSN-Messenger", state);
    request.sendResponseHeaders(200, body.isEmpty() ? -1 : body.length());
    request.getResponseBody().write(bytes(body));
    request.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
