package im.chrysalis.client;

import static im.chrysalis.client.Anna.ANNA;
import static im.chrysalis.client.Anna.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import im.chrysalis.client.TicketSource.Result;
import im.chrysalis.client.TicketSource.Result.Refused;
import im.chrysalis.client.TicketSource.Result.Ticket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets for passwords, over real TLS. */
class PassportTest {
  private static final Credentials CREDENTIALS = new Credentials(ANNA, "päss, word+");
  private static final String PARAMETERS = "ct=1700000000,lc=1033,ru=http:%2F%2Fmessenger.msn.com";
  private static final String PROOF =
      "Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom"
          + ",sign-in=anna%40example%2Ecom,pwd=p%C3%A4ss%2C%20word%2B,"
          + PARAMETERS;

  @TempDir private static Path directory;
  private static HttpsServers.Certified forAddress;
  private static HttpsServers.Certified forOldNames;

  private HttpsServers server;

  @BeforeAll
  static void certify() throws Exception {
    forAddress = HttpsServers.certified(directory, "ip:127.0.0.1");
    forOldNames = HttpsServers.certified(directory, "dns:login.live.com");
  }

  @BeforeEach
  void start() throws Exception {
    server = new HttpsServers(forAddress);
    server.answer("/rdr/pprdr.asp", this::nexus);
    server.answer("/login2.srf", PassportTest::login);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void nexus(HttpExchange it) {
    it.getResponseHeaders()
        .set(
            "PassportURLs",
            "DARealm=Passport.Net,DALogin="
                + server.address()
                + "/login2.srf,DAReg=http://example.com/,ConfigVersion=11");
    HttpsServers.answer(it, 200);
  }

  private static void login(HttpExchange it) {
    boolean isRight = PROOF.equals(it.getRequestHeaders().getFirst("Authorization"));
    it.getResponseHeaders()
        .set(
            isRight ? "Authentication-Info" : "WWW-Authenticate",
            isRight
                ? "Passport1.4 da-status=success,tname=MSPAuth,from-PP='t=abc&p=12',ru=http://m"
                : "Passport1.4 da-status=failed,srealm=Passport.NET,ts=-3,prompt");
    HttpsServers.answer(it, isRight ? 200 : 401);
  }

  @Test
  void aPasswordIsTakenWhereTheNexusSays() throws Exception {
    assertThat(ask(passport(forAddress))).isEqualTo(new Ticket("t=abc&p=12"));
  }

  @Test
  void aWrongPasswordIsSaidToBeOne() throws Exception {
    Result result = await(passport(forAddress).ticket(new Credentials(ANNA, "wrong"), PARAMETERS));
    assertThat(result).isEqualTo(new Refused(new Failure.WrongPassword(ANNA)));
  }

  @Test
  void whoeverIsNotCertifiedIsToldNothing() throws Exception {
    server.answer(
        "/rdr/pprdr.asp",
        _ -> {
          throw new AssertionError("asked all the same");
        });
    assertThat(ask(tickets(List.of(server.address()), Optional.empty())))
        .matches(PassportTest::isUntrusted);
    assertThat(ask(passport(forOldNames))).matches(PassportTest::isUntrusted);
  }

  @Test
  void theOwnAuthorityMayNameTheOldHostsInPlaceOfThisOne() throws Exception {
    server.close();
    server = new HttpsServers(forOldNames);
    server.answer(
        "/rdr/pprdr.asp",
        it -> {
          it.getResponseHeaders()
              .set("PassportURLs", "DALogin=login.passport.com/login2.srf,DAReg=http://m/");
          HttpsServers.answer(it, 200);
        });
    server.answer("/login2.srf", PassportTest::login);
    assertThat(ask(passport(forOldNames))).isEqualTo(new Ticket("t=abc&p=12"));
  }

  @Test
  void aCertificateForAnotherHostIsNoneForThisOne() throws Exception {
    HttpsServers.Certified forAnother = HttpsServers.certified(directory, "dns:example.com");
    server.close();
    server = new HttpsServers(forAnother);
    assertThat(ask(passport(forAnother))).matches(PassportTest::isUntrusted);
  }

  @Test
  void aLoginMayBeElsewhere() throws Exception {
    server.answer(
        "/login2.srf",
        it -> {
          it.getResponseHeaders()
              .set("Location", "https://" + server.address() + "/there.srf?lc=1033");
          HttpsServers.answer(it, 302);
        });
    server.answer("/there.srf", PassportTest::login);
    assertThat(ask(passport(forAddress))).isEqualTo(new Ticket("t=abc&p=12"));
  }

  @Test
  void aPasswordGoesNowhereWithoutTls() throws Exception {
    server.answer(
        "/login2.srf",
        it -> {
          it.getResponseHeaders().set("Location", "http://" + server.address() + "/there.srf");
          HttpsServers.answer(it, 302);
        });
    assertThat(ask(passport(forAddress))).matches(PassportTest::isNotUnderstood);
  }

  @Test
  void aLoginThatIsAlwaysElsewhereIsGivenUp() throws Exception {
    server.answer(
        "/login2.srf",
        it -> {
          it.getResponseHeaders().set("Location", "https://" + server.address() + "/login2.srf");
          HttpsServers.answer(it, 302);
        });
    assertThat(ask(passport(forAddress))).matches(PassportTest::isNotUnderstood);
  }

  @Test
  void whatIsNoNexusIsNotGuessedAt() throws Exception {
    server.answer("/rdr/pprdr.asp", it -> HttpsServers.answer(it, 404));
    assertThat(ask(passport(forAddress))).matches(PassportTest::isNotUnderstood);
  }

  @Test
  void aBusyLoginSaysSo() throws Exception {
    server.answer("/login2.srf", it -> HttpsServers.answer(it, 503));
    assertThat(ask(passport(forAddress)))
        .isEqualTo(new Refused(new Failure.WebBusy(server.address())));
  }

  @Test
  void theServicesMayBeAtTheSecondPlace() throws Exception {
    assertThat(
            ask(tickets(List.of(nobody(), server.address()), Optional.of(forAddress.authority()))))
        .isEqualTo(new Ticket("t=abc&p=12"));
  }

  @Test
  void whereNobodyListensThereIsNoTicket() throws Exception {
    ServerAddress nobody = nobody();
    assertThat(ask(tickets(List.of(nobody), Optional.empty())))
        .isEqualTo(new Refused(new Failure.Unreachable(nobody, "nobody listens there")));
    ServerAddress nowhere = new ServerAddress("nowhere.invalid", 443);
    assertThat(ask(tickets(List.of(nowhere), Optional.empty())))
        .isEqualTo(new Refused(new Failure.Unreachable(nowhere, "no such host")));
  }

  @Test
  void aFileWithoutCertificatesIsRefused() throws Exception {
    Path empty = Files.createFile(directory.resolve("empty.pem"));
    for (Path file : List.of(empty, directory.resolve("missing.pem"))) {
      assertThat(ask(tickets(List.of(server.address()), Optional.of(file))))
          .matches(it ->
              it instanceof Refused(Failure.NoCertificates(var which, _)) && which.equals(file));
    }
  }

  private TicketSource passport(HttpsServers.Certified by) {
    return tickets(List.of(server.address()), Optional.of(by.authority()));
  }

  private static TicketSource tickets(List<ServerAddress> places, Optional<Path> authorities) {
    return new WebTickets(new Web(places, authorities));
  }

  private static Result ask(TicketSource tickets) throws Exception {
    return await(tickets.ticket(CREDENTIALS, PARAMETERS));
  }

  private static boolean isUntrusted(Result result) {
    return result instanceof Refused(Failure.Untrusted _);
  }

  private static boolean isNotUnderstood(Result result) {
    return result instanceof Refused(Failure.NotUnderstood _);
  }

  private static ServerAddress nobody() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new ServerAddress("127.0.0.1", socket.getLocalPort());
    }
  }
}
