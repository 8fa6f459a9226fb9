package im.chrysalis.client;

import static im.chrysalis.client.Anna.BEN;
import static im.chrysalis.client.Anna.BENS_ID;
import static im.chrysalis.client.Anna.CREDENTIALS;
import static im.chrysalis.client.Anna.OFFER;
import static im.chrysalis.client.Anna.await;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.ScriptedServer.Peer;
import im.chrysalis.client.TicketSource.Result.Ticket;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.payload.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of MSNP21: how the account shows itself, and how it is known what was said. */
class RoutedSessionTest {
  private static final EndpointId HERE = new EndpointId(new UUID(0, 7));
  private static final String MEMBERS =
      "<FindMembershipResponse><FindMembershipResult><Services/></FindMembershipResult>"
          + "</FindMembershipResponse>";
  private static final String BOOK =
      "<ABFindContactsPagedResponse><ABFindContactsPagedResult><Contacts>"
          + "<Contact><contactId>0</contactId><contactInfo><contactType>Me</contactType>"
          + "<displayName>Anna &amp; Co</displayName></contactInfo></Contact><Contact><contactId>"
          + BENS_ID
          + "</contactId><contactInfo><passportName>ben@example.com</passportName>"
          + "<displayName>Ben</displayName></contactInfo></Contact>"
          + "</Contacts></ABFindContactsPagedResult></ABFindContactsPagedResponse>";
  private static final String ROUTE =
      "Routing: 1.0\r\nTo: %s\r\nFrom: %s\r\n\r\nReliability: 1.0\r\n\r\n";

  @TempDir private static Path directory;
  private static HttpsServers.Certified certified;

  private final Heard heard = new Heard();
  private final FakeTimer time = new FakeTimer();
  private ScriptedServer server;
  private HttpsServers web;
  private Messenger anna;
  private Peer peer;

  @BeforeAll
  static void certify() throws Exception {
    certified = HttpsServers.certified(directory, "ip:127.0.0.1");
  }

  @BeforeEach
  void start() throws Exception {
    server = new ScriptedServer();
    web = new HttpsServers(certified);
    answer("/abservice/SharingService.asmx", MEMBERS);
    answer("/abservice/abservice.asmx", BOOK);
    Options options =
        Options.at(server.address())
            .web(web.address())
            .trusting(certified.authority())
            .tickets((_, policy) ->
                CompletableFuture.completedStage(new Ticket("t=" + policy + "&p=1", "")))
            .machine(HERE)
            .place("Desk")
            .listener(heard);
    CompletionStage<Messenger> signIn = Messenger.signIn(CREDENTIALS, options, time::on);
    peer = arrive(server.accept());
    anna = await(signIn);
  }

  private void answer(String path, String body) {
    byte[] document =
        ("<s:Envelope xmlns:s=\"urn:s\"><s:Body>" + body + "</s:Body></s:Envelope>")
            .getBytes(StandardCharsets.UTF_8);
    web.answer(path, it -> HttpsServers.answer(it, 200, document));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    anna.close();
    web.close();
  }

  private static Peer arrive(Peer peer) throws Exception {
    peer.expect("VER 1 " + OFFER).say("VER 1 MSNP21");
    assertThat(peer.expectStart("CVR 2 ")).endsWith(" anna@example.com 0");
    peer.say("CVR 2 0.1.0 0.1.0 0.1.0 http://example.com/ http://example.com/")
        .expect("USR 3 SSO I anna@example.com")
        .say("USR 3 SSO S MBI_KEY_OLD nonce")
        .expect("USR 4 SSO S t=MBI_KEY_OLD&p=1 {" + HERE + "}")
        .say("USR 4 OK anna@example.com 1 0", "CHL 0 22210219642164014968")
        .sayWith(
            "NFY PUT",
            ROUTE.formatted("1:anna@example.com", "1:anna@example.com")
                + "Notification: 1.0\r\nUri: /user\r\nNotifType: Full\r\n"
                + "Content-Type: application/user+xml\r\n\r\n<user><s n=\"PF\" ts=\"2011\"/></user>");
    assertThat(peer.payloadOf(peer.expectStart("QRY 5 "))).matches("[0-9a-f]{32}");
    peer.say("QRY 5").expect("BLP 6 AL").say("BLP 6 AL");
    assertThat(peer.payloadOf(peer.expectStart("ADL 7 ")))
        .contains("<c n=\"anna\" t=\"1\"><s l=\"3\" n=\"IM\"/>", "n=\"PD\"/>", "n=\"PF\"/>");
    peer.say("ADL 7 OK");
    assertThat(peer.payloadOf(peer.expectStart("ADL 8 ")))
        .contains("<ml l=\"1\">", "<c n=\"ben\" t=\"1\"><s l=\"1\" n=\"IM\"/>");
    peer.say("ADL 8 OK");
    assertThat(peer.payloadOf(peer.expectStart("PUT 9 ")))
        .contains(
            "To: 1:anna@example.com\r\n",
            "From: 1:anna@example.com;epid={" + HERE + "}\r\n",
            "<Status>NLN</Status>",
            "<FriendlyName>Anna &amp; Co</FriendlyName>",
            "<EpName>Desk</EpName>");
    return peer.say("PUT 9 OK 0");
  }

  @Test
  void whatNobodyRefusesIsDoneOnceTheServerShowsLife() throws Exception {
    Conversation ben = anna.conversationWith(BEN);
    CompletionStage<Outcome> one = ben.say("one\nline");
    assertThat(peer.payloadOf(peer.expectStart("SDG 10 ")))
        .startsWith("Routing: 1.0\r\nTo: 1:ben@example.com\r\n")
        .contains("Message-Type: Text\r\n")
        .endsWith("\r\n\r\none\r\nline");
    peer.expect("PNG");
    MimeMessage nudge = MimeMessage.of("text/x-msnmsgr-datacast").withBody("ID: 1\r\n\r\n");
    CompletionStage<Outcome> two = ben.send(nudge);
    assertThat(peer.payloadOf(peer.expectStart("SDG 11 "))).contains("Message-Type: Nudge\r\n");
    peer.expect("PNG").say("217 11 0");
    assertThat(await(two)).isEqualTo(Outcome.failed(new Failure.RecipientOffline(BEN)));
    assertThat(one.toCompletableFuture()).isNotDone();
    peer.say("QNG 50", "QNG 50");
    assertThat(await(one)).isEqualTo(Outcome.done());

    ben.typing();
    assertThat(peer.payloadOf(peer.expectStart("SDG 12 ")))
        .contains("Message-Type: Control/Typing\r\n");
    CompletionStage<Outcome> unknown =
        ben.send(MimeMessage.of("text/x-clientcaps").withBody("Client-Name: X"));
    assertThat(await(unknown)).isEqualTo(Outcome.failed(new Failure.NotInThisDialect("MSNP21")));
  }

  @Test
  void whatWasNotConfirmedFailsWithTheConnectionAndTheTalkGoesOnAfterwards() throws Exception {
    Conversation ben = anna.conversationWith(BEN);
    CompletionStage<Outcome> lost = ben.say("lost");
    peer.payloadOf(peer.expectStart("SDG 10 "));
    peer.close();
    assertThat(await(lost))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            it -> assertThat(it.why()).isInstanceOf(Failure.ConnectionLost.class));
    heard.next(Event.Disconnected.class);
    assertThat(await(ben.say("meanwhile"))).isEqualTo(Outcome.failed(new Failure.NotConnected()));
    time.passWhenAwaited(Duration.ofSeconds(2));
    Peer again = arrive(server.accept());
    heard.next(Event.SignedIn.class, Event.SignedIn::again);
    CompletionStage<Outcome> said = ben.say("again");
    assertThat(again.payloadOf(again.expectStart("SDG 10 "))).endsWith("again");
    again.expect("PNG").say("QNG 50");
    assertThat(await(said)).isEqualTo(Outcome.done());
    again.sayWith(
        "SDG 0",
        ROUTE.formatted("1:anna@example.com", "1:ben@example.com;epid={" + HERE + "}")
            + "Messaging: 2.0\r\nMessage-Type: Text\r\nContent-Length: 5\r\n\r\nHello");
    Event.MessageReceived hello = heard.next(Event.MessageReceived.class);
    assertThat(hello.conversation()).isSameAs(ben);
    assertThat(hello.name()).isEqualTo("Ben");
    assertThat(hello.text()).isEqualTo("Hello");
  }

  @Test
  void nonsenseOfOthersIsPassedOver() throws Exception {
    peer.sayWith("SDG 0", "no header")
        .sayWith("NFY PUT", ROUTE.formatted("1:anna@example.com", "10:nonsense@live.com"))
        .sayWith("NFY DEL", ROUTE.formatted("1:anna@example.com", "9:nonsense@live.com"));
    peer.sayWith(
        "NFY PUT",
        ROUTE.formatted("1:anna@example.com", "1:ben@example.com")
            + "Notification: 1.0\r\nUri: /user\r\nNotifType: Full\r\n"
            + "Content-Type: application/user+xml\r\n\r\n"
            + "<user><s n=\"IM\"><Status>BSY</Status></s></user>");
    assertThat(heard.next(Event.PresenceChanged.class).contact().address()).isEqualTo(BEN);
  }
}
