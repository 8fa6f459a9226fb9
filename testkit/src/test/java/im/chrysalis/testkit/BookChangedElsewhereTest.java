package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.config.Role;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.wire.challenge.TicketProof;
import im.chrysalis.wire.payload.BookNotice;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody changes their address book by the web service, and is signed in at two places. */
class BookChangedElsewhereTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Person anna = Person.named("anna");
  private final TestServer server = TestServer.onSqlite(Set.of());

  @BeforeEach
  void createAccount() {
    server.createAccount(NewAccount.of(anna.address(), anna.password()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theOtherPlaceIsToldAndTheOneThatDidItIsNot() throws Exception {
    SecretTicket ofDesk = server.secretTicket(anna.address());
    SecretTicket ofPhone = server.secretTicket(anna.address());
    try (Connection desk = signIn(ofDesk, "desk");
        Connection phone = signIn(ofPhone, "phone")) {
      addGroup(ofDesk, "Friends");
      addGroup(ofDesk, "Family");
      server.passTime(SECOND);
      assertThat(toldOfTheBook(phone).owner()).isEqualTo(anna.address());
      isToldNothing(phone);
      isToldNothing(desk);

      addGroup(ofPhone, "Work");
      server.passTime(SECOND);
      assertThat(toldOfTheBook(desk).owner()).isEqualTo(anna.address());
      isToldNothing(phone);
    }
  }

  @Test
  void bothAreToldOfWhatAnotherTicketDoes() throws Exception {
    try (Connection desk = signIn(server.secretTicket(anna.address()), "desk");
        Connection phone = signIn(server.secretTicket(anna.address()), "phone")) {
      addGroup(server.secretTicket(anna.address()), "Friends");
      server.passTime(SECOND);
      assertThat(toldOfTheBook(phone)).isEqualTo(toldOfTheBook(desk));
    }
  }

  private Connection signIn(SecretTicket ticket, String place) throws Exception {
    Connection client = Connection.to(server.notification());
    client.send("VER 1 MSNP18 CVR0\r\n");
    client.nextLike("VER 1 MSNP18");
    client.send("USR 2 SSO I " + anna.address() + "\r\n");
    String asked = client.nextLike("USR 2 SSO S \\S+ \\S+").line();
    String nonce = asked.substring(asked.lastIndexOf(' ') + 1);
    String proof = TicketProof.of(ticket.secret(), nonce, new SecureRandom());
    client.send("USR 3 SSO S " + ticket.text() + " " + proof + " " + Person.place(place) + "\r\n");
    client.nextLike("USR 3 OK .*");
    client.nextLike("SBS 0 null");
    client.nextLike("MSG Hotmail Hotmail \\d+");
    client.nextLike("UBX .*");
    return client;
  }

  private void addGroup(SecretTicket ticket, String name) throws Exception {
    InetSocketAddress web = server.server().addresses().get(Role.WEB);
    String envelope =
        """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header>
        <ABAuthHeader xmlns="http://www.msn.com/webservices/AddressBook">
        <TicketToken>%s</TicketToken></ABAuthHeader></soap:Header><soap:Body>
        <ABGroupAdd xmlns="http://www.msn.com/webservices/AddressBook">
        <abId>00000000-0000-0000-0000-000000000000</abId>
        <groupInfo><GroupInfo><name>%s</name></GroupInfo></groupInfo></ABGroupAdd>
        </soap:Body></soap:Envelope>
        """
            .formatted(ticket.text().replace("&", "&amp;"), name);
    URI service = URI.create("http://127.0.0.1:" + web.getPort() + "/abservice/abservice.asmx");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(service)
                  .POST(HttpRequest.BodyPublishers.ofString(envelope))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  private static BookNotice toldOfTheBook(Connection client) throws Exception {
    Frame alert = client.nextLike("NOT \\d+");
    return BookNotice.of(alert.payload().getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static void isToldNothing(Connection client) throws Exception {
    client.send("PNG\r\n");
    client.nextLike("QNG \\d+");
  }
}
