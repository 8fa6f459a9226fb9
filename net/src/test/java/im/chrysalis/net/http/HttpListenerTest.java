package im.chrysalis.net.http;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.Gate;
import im.chrysalis.net.Loops;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients send to a port and get back, over sockets. */
@Timeout(30)
class HttpListenerTest {
  private final Loops loops = new Loops(1);
  private final AtomicLong nanos = new AtomicLong();
  private final BlockingQueue<HttpRequest> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<CompletableFuture<HttpResponse>> held = new LinkedBlockingQueue<>();
  private HttpListener listener;

  @BeforeEach
  void listen() throws IOException {
    listener =
        HttpListener.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            loops,
            new Gate(Gate.Limits.DEFAULT),
            nanos::get,
            HttpLimits.DEFAULT,
            this::answer);
  }

  @AfterEach
  void stop() {
    listener.close();
    loops.close();
  }

  /** Says back what was asked; holds the answer back, or fails, where the path says so. */
  private CompletionStage<HttpResponse> answer(HttpRequest request) {
    requests.add(request);
    return switch (request.path()) {
      case "/held" -> {
        CompletableFuture<HttpResponse> later = new CompletableFuture<>();
        held.add(later);
        yield later;
      }
      case "/fails" -> throw new IllegalStateException("on purpose");
      case "/fails-later" ->
          CompletableFuture.failedFuture(new IllegalStateException("on purpose, later"));
      case "/two-lines" ->
          CompletableFuture.completedFuture(HttpResponse.of(200, "OK").with("A", "b\r\nC: d"));
      case "/closes" ->
          CompletableFuture.completedFuture(
              HttpResponse.ok("text/plain", "bye").with("Connection", "close"));
      case "/large" ->
          CompletableFuture.completedFuture(
              HttpResponse.ok("text/plain", "x".repeat(3 * 1024 * 1024)));
      default ->
          CompletableFuture.completedFuture(
              HttpResponse.ok("text/plain", said(request)).with("PassportURLs", "a=B"));
    };
  }

  private static String said(HttpRequest request) {
    return request.method()
        + " "
        + request.path()
        + " ["
        + request.query()
        + "] "
        + new String(request.body(), StandardCharsets.ISO_8859_1);
  }

  private Caller call() throws IOException {
    return Caller.to(listener.address());
  }

  private HttpRequest taken() throws InterruptedException {
    HttpRequest request = requests.poll(20, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  @Test
  void anAnswerIsSentAsItWasGivenWithItsLengthBehind() throws Exception {
    try (Caller caller = call()) {
      assertThat(caller.say("GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n").answer())
          .isEqualTo(
              "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nPassportURLs: a=B\r\n"
                  + "Content-Length: 13\r\n\r\nGET /a [b=c] ");
    }
    assertThat(taken().host()).contains("x");
  }

  @Test
  void severalRequestsAheadAreAnsweredInTheirOrderAndOneAtATime() throws Exception {
    try (Caller caller = call()) {
      caller.say(
          "GET /held HTTP/1.1\r\n\r\nPOST /2 HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi"
              + "GET /3 HTTP/1.1\r\n\r\n");
      CompletableFuture<HttpResponse> first = held.take();
      loops.settle();
      assertThat(requests).hasSize(1);

      first.complete(HttpResponse.ok("text/plain", "one"));

      assertThat(caller.answer()).endsWith("\r\n\r\none");
      assertThat(caller.answer()).endsWith("POST /2 [] hi");
      assertThat(caller.answer()).endsWith("GET /3 [] ");
    }
  }

  @Test
  void aRequestMayComeByteByByte() throws Exception {
    try (Caller caller = call()) {
      caller.sayByteByByte("POST /a HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello");
      assertThat(caller.answer()).endsWith("POST /a [] hello");
    }
  }

  @Test
  void aBareLineWithoutAVersionIsAnsweredWithAHeadAndTheEnd() throws Exception {
    try (Caller caller = call()) {
      assertThat(caller.say("GET /rdr/pprdr.asp\r\n").rest())
          .startsWith("HTTP/1.1 200 OK\r\n")
          .contains("\r\nConnection: close\r\n")
          .endsWith("GET /rdr/pprdr.asp [] ");
    }
  }

  @Test
  void clientsOfTheFirstVersionEndUnlessTheyAskToGoOn() throws Exception {
    try (Caller caller = call()) {
      assertThat(caller.say("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").answer())
          .contains("\r\nConnection: Keep-Alive\r\n");
      assertThat(caller.say("GET /b HTTP/1.0\r\n\r\n").rest())
          .startsWith("HTTP/1.1 200 OK")
          .contains("\r\nConnection: close\r\n")
          .endsWith("GET /b [] ");
    }
  }

  @Test
  void laterClientsGoOnUnlessTheyAskToEnd() throws Exception {
    try (Caller caller = call()) {
      caller.say("GET /a HTTP/1.1\r\n\r\n").answer();
      assertThat(caller.say("GET /b HTTP/1.1\r\nConnection: Close\r\n\r\n").rest())
          .contains("\r\nConnection: close\r\n")
          .endsWith("GET /b [] ");
    }
  }

  @Test
  void aServiceCanEndTheConnection() throws Exception {
    try (Caller caller = call()) {
      assertThat(caller.say("GET /closes HTTP/1.1\r\n\r\n").rest())
          .containsOnlyOnce("Connection: close")
          .endsWith("bye");
    }
  }

  @Test
  void theHeadOfAnAnswerComesWithoutItsBody() throws Exception {
    try (Caller caller = call()) {
      assertThat(caller.say("HEAD /a HTTP/1.1\r\n\r\n").head())
          .contains("\r\nContent-Length: 11\r\n");
      assertThat(caller.say("GET /b HTTP/1.1\r\n\r\n").answer()).endsWith("GET /b [] ");
    }
  }

  @Test
  void whoWaitsForLeaveToSendGetsIt() throws Exception {
    try (Caller caller = call()) {
      caller.say("POST /a HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
      assertThat(caller.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      assertThat(caller.say("hi").answer()).endsWith("POST /a [] hi");
    }
  }

  @Test
  void aBodyInChunksIsReadWhole() throws Exception {
    try (Caller caller = call()) {
      caller.say(
          "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "3\r\nabc\r\nA;name=value\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n");
      assertThat(caller.answer()).endsWith("POST /a [] abc0123456789");
      assertThat(caller.say("GET /b HTTP/1.1\r\n\r\n").answer()).endsWith("GET /b [] ");
    }
  }

  @Test
  void anAddressAsAProxyIsAskedForIsTakenApart() throws Exception {
    try (Caller caller = call()) {
      caller.say(
          "POST http://gateway.messenger.hotmail.com/gateway/gateway.dll?Action=open&Server=NS"
              + " HTTP/1.1\r\nHost: 192.0.2.1\r\nProxy-Connection: Keep-Alive\r\n"
              + "Content-Length: 5\r\n\r\nVER 1");
      assertThat(caller.answer())
          .contains("\r\nConnection: Keep-Alive\r\n")
          .endsWith("POST /gateway/gateway.dll [Action=open&Server=NS] VER 1");
    }
    HttpRequest request = taken();
    assertThat(request.host()).contains("gateway.messenger.hotmail.com");
    assertThat(request.fields())
        .filteredOn(it -> it.name().equals("Host"))
        .as("one host only")
        .hasSize(1);
  }

  @Test
  void aFieldKeepsItsCaseAndMayGoOnInTheNextLine() throws Exception {
    try (Caller caller = call()) {
      caller.say("GET /a HTTP/1.1\r\nSOAPAction:  \"x\"\t\r\n  and more\r\n\r\n").answer();
    }
    assertThat(taken().fields()).isEqualTo(List.of(new HttpField("SOAPAction", "\"x\" and more")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET\r\n",
        "POST /a\r\n",
        "GET a HTTP/1.1\r\n\r\n",
        "GET /a b HTTP/1.1\r\n\r\n",
        "GET /a HTTP/2.0\r\n\r\n",
        "GET /a\tHTTP/1.1\r\n\r\n",
        "GET /a HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET /a HTTP/1.1\r\n folded\r\n\r\n",
        "GET /a HTTP/1.1\r\nno colon\r\n\r\n",
        "GET /a HTTP/1.1\r\nA: \u0000\r\n\r\n",
        "GET /a HTTP/1.1\r\nA: b\rC: d\r\n\r\n",
        "POST /a HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /a HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST /a HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
        "CONNECT login.live.com:443 HTTP/1.1\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001\n"
      })
  void whatIsMalformedIsRefusedAndTheEnd(String request) throws Exception {
    try (Caller caller = call()) {
      assertThat(caller.say(request).rest())
          .startsWith("HTTP/1.1 400 Bad Request\r\n")
          .contains("\r\nConnection: close\r\n");
    }
    assertThat(requests).isEmpty();
  }

  @Test
  void aHeadThatIsTooLongIsRefusedBeforeItEnds() throws Exception {
    try (Caller one = call();
        Caller other = call()) {
      assertThat(one.say("GET /" + "a".repeat(16 * 1024)).rest()).startsWith("HTTP/1.1 431 ");
      other.say("GET / HTTP/1.1\r\n");
      assertThat(other.say("Name: value\r\n".repeat(1300)).rest()).startsWith("HTTP/1.1 431 ");
    }
  }

  @Test
  void aBodyThatIsTooLongIsRefusedBeforeItComes() throws Exception {
    try (Caller one = call();
        Caller other = call()) {
      one.say("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1048577\r\n\r\n");
      assertThat(one.rest()).startsWith("HTTP/1.1 413 ");
      other.say("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n");
      assertThat(other.rest()).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void theLongestBodyIsTaken() throws Exception {
    String body = "b".repeat(1024 * 1024);
    try (Caller caller = call()) {
      caller.say("POST /a HTTP/1.1\r\nContent-Length: 1048576\r\n\r\n" + body);
      assertThat(caller.answer()).endsWith(body);
    }
  }

  @Test
  void aServiceThatFailsIsToldAsSuchAndTheConnectionGoesOn() throws Exception {
    try (Caller caller = call()) {
      for (String path : List.of("/fails", "/fails-later", "/two-lines")) {
        assertThat(caller.say("GET " + path + " HTTP/1.1\r\n\r\n").answer())
            .startsWith("HTTP/1.1 500 Internal Server Error\r\n")
            .doesNotContain("on purpose");
      }
      assertThat(caller.say("GET /a HTTP/1.1\r\n\r\n").answer()).startsWith("HTTP/1.1 200 OK");
    }
  }

  @Test
  void aRequestThatTakesTooLongIsToldSo() throws Exception {
    try (Caller caller = call()) {
      caller.say("POST /a HTTP/1.1\r\nContent-Length: 2\r\n\r\n").sayByteByByte("h");
      untilItIsRead();
      nanos.addAndGet(Duration.ofSeconds(61).toNanos());
      assertThat(caller.rest()).startsWith("HTTP/1.1 408 Request Timeout\r\n");
    }
  }

  /** Another request, on the same loop and later, has been read when it is answered. */
  private void untilItIsRead() throws IOException {
    try (Caller other = call()) {
      other.say("GET /b HTTP/1.1\r\n\r\n").answer();
    }
    loops.settle();
  }

  @Test
  void aConnectionWithoutRequestsEndsSilently() throws Exception {
    try (Caller fresh = call();
        Caller used = call()) {
      used.say("GET /a HTTP/1.1\r\n\r\n").answer();
      untilItIsRead();
      nanos.addAndGet(Duration.ofSeconds(61).toNanos());
      assertThat(fresh.rest()).isEmpty();

      nanos.addAndGet(Duration.ofMinutes(14).toNanos()); // as long as libpurple keeps one
      used.say("GET /a HTTP/1.1\r\n\r\n").answer();
      untilItIsRead();
      nanos.addAndGet(Duration.ofMinutes(16).toNanos() + 1);
      assertThat(used.rest()).isEmpty();
    }
  }

  @Test
  void whoDoesNotTakeAnswersIsNotAskedForMore() throws Exception {
    try (Socket deaf = new Socket()) {
      deaf.setReceiveBufferSize(4096);
      deaf.connect(listener.address());
      try (Caller caller = new Caller(deaf)) {
        caller.say("GET /large HTTP/1.1\r\n\r\n".repeat(20));
        taken();
        loops.settle();
        assertThat(requests.size()).as("asked of the service meanwhile").isLessThan(5);
        for (int i = 0; i < 20; i++) {
          assertThat(caller.answer()).hasSizeGreaterThan(3 * 1024 * 1024);
        }
      }
    }
  }

  @Test
  void aListenerThatEndsLetsTheAnswerUnderWayOut() throws Exception {
    try (Caller busy = call();
        Caller idle = call()) {
      idle.say("GET /a HTTP/1.1\r\n\r\n").answer();
      busy.say("GET /held HTTP/1.1\r\n\r\n");
      CompletableFuture<HttpResponse> answer = held.take();
      listener.close();
      assertThat(idle.rest()).isEmpty();
      answer.complete(HttpResponse.ok("text/plain", "done"));
      assertThat(busy.rest()).contains("\r\nConnection: close\r\n").endsWith("done");
    }
  }
}
