package im.chrysalis.app.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.net.CantListen;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitePortTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir Path directory = Path.of("");

  private final Health health = new Health();
  private final Meters meters = new Meters("1.2.3");
  private final SitePort site;

  SitePortTest() throws IOException {
    site = SitePort.open(ANY, health, meters);
  }

  @AfterEach
  void close() {
    site.close();
    meters.close();
  }

  @Test
  void aServerIsHealthyWhileItServesAndItsStoreAnswers() throws IOException {
    assertThat(answerTo(get("/healthz")))
        .startsWith("HTTP/1.1 503 ")
        .endsWith("{\"status\":\"starting\"}\n");

    Store store = Store.open(StoreOptions.in(directory));
    health.serving(store.accounts());
    assertThat(answerTo(get("/healthz")))
        .startsWith("HTTP/1.1 200 ")
        .contains("content-type: application/json\r\n")
        .endsWith("{\"status\":\"ok\",\"store\":\"ok\"}\n");

    store.close();
    assertThat(answerTo(get("/healthz")))
        .startsWith("HTTP/1.1 503 ")
        .endsWith("{\"status\":\"failing\",\"store\":\"failing\"}\n");

    health.draining();
    assertThat(answerTo(get("/healthz")))
        .startsWith("HTTP/1.1 503 ")
        .endsWith("{\"status\":\"draining\"}\n");
  }

  @Test
  void metersAreThereAsPrometheusReadsThem() throws IOException {
    meters.show("chrysalis.things", "Things", () -> 7);
    meters.store().committed(3, Duration.ofMillis(30), 0);

    assertThat(answerTo(get("/metrics?any=query")))
        .startsWith("HTTP/1.1 200 ")
        .contains("content-type: text/plain; version=0.0.4; charset=utf-8\r\n")
        .contains("\nchrysalis_things 7.0\n")
        .contains("\nchrysalis_store_batch_sum 3.0\n")
        .contains("\nchrysalis_store_commit_seconds_bucket{le=\"0.02\"} 0\n")
        .contains("\nchrysalis_store_commit_seconds_bucket{le=\"0.1\"} 1\n")
        .contains("version=\"1.2.3\"")
        .contains("\njvm_memory_used_bytes{");
  }

  @Test
  void severalRequestsSentAheadAreAnsweredInOrderOnOneConnection() throws IOException {
    String answers =
        answerTo(
            "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n"
                + "HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
                + "DELETE /metrics HTTP/1.1\r\nHost: a\r\n\r\n"
                + "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

    assertThat(statuses(answers)).containsExactly("404", "503", "405", "503");
    assertThat(answers).contains("allow: GET, HEAD\r\n");
    assertThat(answers.split("starting", -1)).as("a HEAD has no body").hasSize(2);
  }

  @Test
  void whoSpeaksTheOldVersionIsAnsweredAndLeft() throws IOException {
    assertThat(answerTo("GET /healthz HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.1 503 ")
        .contains("connection: close\r\n");
  }

  @Test
  void whatIsTooLongOrNoRequestAtAllIsRefusedAndTheConnectionClosed() throws IOException {
    String longWord = "a".repeat(10_000);

    assertThat(statuses(answerTo("GET /" + longWord + " HTTP/1.1\r\n\r\n"))).containsExactly("414");
    assertThat(statuses(answerTo("GET / HTTP/1.1\r\nX: " + longWord + "\r\n\r\n")))
        .containsExactly("431");
    assertThat(
            statuses(
                answerTo("POST /healthz HTTP/1.1\r\nContent-Length: 10000\r\n\r\n" + longWord)))
        .containsExactly("413");
    assertThat(statuses(answerTo("what is this\r\n\r\n"))).containsExactly("400");
  }

  @Test
  void aPortInUseIsSaidInOneSentence() {
    assertThatThrownBy(() -> SitePort.open(site.address(), health, meters))
        .isInstanceOf(CantListen.class)
        .hasMessage(
            "can't listen on "
                + site.address().getHostString()
                + ":"
                + site.address().getPort()
                + ": another program listens there already");
  }

  @Test
  void anAddressThatIsNotOfThisMachineIsSaidInOneSentence() {
    assertThatThrownBy(() -> SitePort.open(new InetSocketAddress("192.0.2.1", 0), health, meters))
        .hasMessage("can't listen on 192.0.2.1:0: this machine has no such address");
    assertThatThrownBy(() ->
            SitePort.open(InetSocketAddress.createUnresolved("nobody.invalid", 80), health, meters))
        .hasMessage("can't listen on nobody.invalid:80: no such host is known");
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  }

  /** Everything that comes until the server closes the connection. */
  private String answerTo(String request) throws IOException {
    try (Socket socket = new Socket(site.address().getAddress(), site.address().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> statuses(String answers) {
    return answers
        .lines()
        .filter(line -> line.startsWith("HTTP/1.1 "))
        .map(line -> line.split(" ", 3)[1])
        .toList();
  }
}
