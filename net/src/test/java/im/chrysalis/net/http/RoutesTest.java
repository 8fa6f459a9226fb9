package im.chrysalis.net.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static final InetSocketAddress SOMEBODY = new InetSocketAddress("127.0.0.1", 1);

  private final Routes routes =
      Routes.NONE
          .get("/ca.crt", saying("certificate"))
          .post("/RST.srf", saying("tickets"))
          .get("/storage/usertile/*", saying("picture"))
          .get("/storage/usertile/none", saying("no picture"));

  private static HttpService saying(String text) {
    return _ -> CompletableFuture.completedFuture(HttpResponse.ok("text/plain", text));
  }

  private HttpResponse ask(String method, String path) {
    return routes
        .answer(
            new HttpRequest(method, path, "", List.of(), new byte[0], false, SOMEBODY, SOMEBODY))
        .toCompletableFuture()
        .join();
  }

  private static String text(HttpResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Test
  void aPathLeadsToItsServiceWhateverItsCase() {
    assertThat(text(ask("GET", "/CA.CRT"))).isEqualTo("certificate");
    assertThat(text(ask("POST", "/rst.srf"))).isEqualTo("tickets");
  }

  @Test
  void severalSlashesAreOne() {
    assertThat(text(ask("POST", "//RST.srf"))).isEqualTo("tickets");
  }

  @Test
  void whoIsAskedByGetIsAskedByHeadToo() {
    assertThat(ask("HEAD", "/ca.crt").status()).isEqualTo(200);
  }

  @Test
  void theNearestServiceAnswersForWhatIsBelow() {
    assertThat(text(ask("GET", "/storage/usertile/7/static"))).isEqualTo("picture");
    assertThat(text(ask("GET", "/storage/usertile/none"))).isEqualTo("no picture");
    assertThat(ask("GET", "/storage/usertile").status()).isEqualTo(404);
  }

  @Test
  void aPathWithoutAServiceIsNotFound() {
    HttpResponse response = ask("GET", "/nothing");
    assertThat(response.status()).isEqualTo(404);
    assertThat(text(response)).isEqualTo("404 Not Found\n");
  }

  @Test
  void anotherMethodIsToldThoseThatAreThere() {
    HttpResponse response = ask("POST", "/ca.crt");
    assertThat(response.status()).isEqualTo(405);
    assertThat(response.fields()).contains(new HttpField("Allow", "GET, HEAD"));
  }

  @Test
  void twoServicesAtOnePlaceAreRefused() {
    assertThatThrownBy(() -> routes.and(Routes.NONE.get("/CA.crt", saying("other"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/ca.crt");
  }
}
