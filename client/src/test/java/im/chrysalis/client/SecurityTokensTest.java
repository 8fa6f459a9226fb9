package im.chrysalis.client;

import static im.chrysalis.client.Anna.ANNA;
import static im.chrysalis.client.Anna.CREDENTIALS;
import static im.chrysalis.client.Anna.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import im.chrysalis.client.TicketSource.Result;
import im.chrysalis.client.TicketSource.Result.Refused;
import im.chrysalis.client.TicketSource.Result.Ticket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets with a secret, from services of either version. */
class SecurityTokensTest {
  private static final String SECRET = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcY";
  private static final Ticket TICKET =
      new Ticket("t=abc&p=12", SECRET, Map.of("messengerclear.live.com", "t=abc&p=12"));
  private static final String TOKENS =
      "<S:Envelope xmlns:S=\"urn:s\" xmlns:wst=\"urn:t\"><S:Header/><S:Body>"
          + "<wst:RequestSecurityTokenResponseCollection><wst:RequestSecurityTokenResponse>"
          + "<Address>messengerclear.live.com</Address>"
          + "<BinarySecurityToken>t=abc&amp;p=12</BinarySecurityToken>"
          + "<wst:BinarySecret>"
          + SECRET
          + "</wst:BinarySecret></wst:RequestSecurityTokenResponse>"
          + "</wst:RequestSecurityTokenResponseCollection></S:Body></S:Envelope>";

  @TempDir private static Path directory;
  private static HttpsServers.Certified certified;

  private HttpsServers server;

  @BeforeAll
  static void certify() throws Exception {
    certified = HttpsServers.certified(directory, "ip:127.0.0.1");
  }

  @BeforeEach
  void start() throws Exception {
    server = new HttpsServers(certified);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answers(String path, int status, String document) {
    server.answer(path, it -> answer(it, status, document));
  }

  private static void answer(HttpExchange it, int status, String document) {
    HttpsServers.answer(it, status, document.getBytes(StandardCharsets.UTF_8));
  }

  private Result ask() throws Exception {
    return ask(Optional.of(certified.authority()));
  }

  private Result ask(Optional<Path> authorities) throws Exception {
    return await(
        new WebTickets(new Web(List.of(server.address()), authorities))
            .ticket(CREDENTIALS, "MBI_KEY_OLD"));
  }

  @Test
  void theOlderServiceIsAskedFirst() throws Exception {
    server.answer(
        "/RST.srf",
        it -> {
          String asked = new String(it.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          assertThat(asked)
              .contains("<wsse:Username>anna@example.com</wsse:Username>")
              .contains("<wsse:Password>secret</wsse:Password>")
              .contains("URI=\"MBI_KEY_OLD\"");
          answer(it, 200, TOKENS);
        });
    assertThat(ask()).isEqualTo(TICKET);
  }

  @Test
  void theNewerServiceDoesWhereThereIsNoOther() throws Exception {
    answers("/RST.srf", 404, "<html/>");
    answers("/RST2.srf", 200, TOKENS);
    assertThat(ask()).isEqualTo(TICKET);
  }

  @Test
  void aWrongPasswordIsSaidToBeOneWhateverTheStatus() throws Exception {
    String fault =
        "<S:Envelope xmlns:S=\"urn:s\"><S:Fault>"
            + "<faultcode>wsse:FailedAuthentication</faultcode></S:Fault></S:Envelope>";
    for (int status : new int[] {200, 500}) {
      answers("/RST.srf", status, fault);
      assertThat(ask()).isEqualTo(new Refused(new Failure.WrongPassword(ANNA)));
    }
  }

  @Test
  void theServiceMayBeElsewhereButOnlyBehindTls() throws Exception {
    String redirect =
        "<S:Envelope xmlns:S=\"urn:s\"><S:Fault><faultcode>psf:Redirect</faultcode>"
            + "<redirectUrl>%s/there.srf</redirectUrl></S:Fault></S:Envelope>";
    answers("/RST.srf", 200, redirect.formatted("https://" + server.address()));
    answers("/there.srf", 200, TOKENS);
    assertThat(ask()).isEqualTo(TICKET);
    answers("/RST.srf", 200, redirect.formatted("http://" + server.address()));
    assertThat(ask()).matches(it -> it instanceof Refused(Failure.NotUnderstood _));
    answers("/RST.srf", 200, redirect.formatted("https://" + server.address()));
    answers("/there.srf", 200, redirect.formatted("https://" + server.address()));
    assertThat(ask()).matches(it -> it instanceof Refused(Failure.NotUnderstood _));
  }

  @Test
  void aBusyServiceSaysSo() throws Exception {
    answers("/RST.srf", 503, "");
    assertThat(ask()).isEqualTo(new Refused(new Failure.WebBusy(server.address())));
  }

  @Test
  void whoeverIsNotCertifiedIsToldNothing() throws Exception {
    server.answer(
        "/RST.srf",
        _ -> {
          throw new AssertionError("asked all the same");
        });
    assertThat(ask(Optional.empty())).matches(it -> it instanceof Refused(Failure.Untrusted _));
  }
}
