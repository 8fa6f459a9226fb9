package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.config.Role;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.challenge.TicketProof;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;

/** Somebody with a client of MSNP18, who also changes the address book by the web service. */
record BookClient(TestServer server, Person owner) {

  /** Signs in at a place, without showing a status. */
  Connection signIn(SecretTicket ticket, String place) throws Exception {
    Connection client = Connection.to(server.notification());
    client.send("VER 1 MSNP18 CVR0\r\n");
    client.nextLike("VER 1 MSNP18");
    client.send("USR 2 SSO I " + owner.address() + "\r\n");
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

  /** All that has been said to it was read before. */
  static void hearsNothing(Connection client) throws Exception {
    client.send("PNG\r\n");
    Arrival next = client.next();
    assertThat(next).isInstanceOf(Arrival.Command.class);
    assertThat(((Arrival.Command) next).frame().line()).matches("QNG \\d+");
  }

  void addGroup(SecretTicket ticket, String name) throws Exception {
    ask(
        ticket,
        "ABGroupAdd",
        "<groupInfo><GroupInfo><name>" + name + "</name></GroupInfo></groupInfo>");
  }

  void addContact(SecretTicket ticket, EmailAddress who) throws Exception {
    ask(
        ticket,
        "ABContactAdd",
        "<contacts><Contact><contactInfo><contactType>LivePending</contactType><passportName>"
            + who
            + "</passportName><isMessengerUser>true</isMessengerUser></contactInfo></Contact>"
            + "</contacts><options><EnableAllowListManagement>true</EnableAllowListManagement>"
            + "</options>");
  }

  void removeContact(SecretTicket ticket, ContactId who) throws Exception {
    ask(
        ticket,
        "ABContactDelete",
        "<contacts><Contact><contactId>" + who + "</contactId></Contact></contacts>");
  }

  private void ask(SecretTicket ticket, String request, String content) throws Exception {
    String envelope =
        """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header>
        <ABAuthHeader xmlns="http://www.msn.com/webservices/AddressBook">
        <TicketToken>%s</TicketToken></ABAuthHeader></soap:Header><soap:Body>
        <%2$s xmlns="http://www.msn.com/webservices/AddressBook">
        <abId>00000000-0000-0000-0000-000000000000</abId>%3$s</%2$s>
        </soap:Body></soap:Envelope>
        """
            .formatted(ticket.text().replace("&", "&amp;"), request, content);
    int port = server.server().addresses().get(Role.WEB).getPort();
    URI service = URI.create("http://127.0.0.1:" + port + "/abservice/abservice.asmx");
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
}
