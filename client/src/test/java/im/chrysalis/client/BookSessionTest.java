package im.chrysalis.client;

import static im.chrysalis.client.Anna.BEN;
import static im.chrysalis.client.Anna.BENS_ID;
import static im.chrysalis.client.Anna.CREDENTIALS;
import static im.chrysalis.client.Anna.FRIENDS;
import static im.chrysalis.client.Anna.OFFER;
import static im.chrysalis.client.Anna.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import im.chrysalis.client.ScriptedServer.Peer;
import im.chrysalis.client.TicketSource.Result.Ticket;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Status;
import im.chrysalis.wire.challenge.TicketProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of MSNP18: single sign-on, the lists in the address book, places, letters. */
class BookSessionTest {
  private static final String SECRET = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcY";
  private static final String NONCE =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v";
  private static final EndpointId MACHINE =
      EndpointId.parse("1e9a7d5c-0000-4000-8000-0123456789ab").orElseThrow();
  private static final EmailAddress DORA = EmailAddress.of("dora@example.com");
  private static final Pattern OPERATION = Pattern.compile("<soap:Body><(\\w+)");

  private static final String MEMBERS =
      "<FindMembershipResponse><FindMembershipResult><Services><Service><Memberships>"
          + "<Membership><MemberRole>Allow</MemberRole><Members><Member>"
          + "<PassportName>ben@example.com</PassportName></Member></Members></Membership>"
          + "<Membership><MemberRole>Block</MemberRole><Members><Member>"
          + "<PassportName>eve@example.org</PassportName></Member></Members></Membership>"
          + "<Membership><MemberRole>Pending</MemberRole><Members><Member>"
          + "<PassportName>carl@example.com</PassportName><DisplayName>Carl</DisplayName>"
          + "</Member></Members></Membership></Memberships>"
          + "<Info><Handle><Type>Messenger</Type></Handle></Info></Service></Services>"
          + "</FindMembershipResult></FindMembershipResponse>";
  private static final String BOOK =
      "<ABFindContactsPagedResponse><ABFindContactsPagedResult><Groups><Group><groupId>"
          + FRIENDS
          + "</groupId><groupInfo><name>Friends</name></groupInfo></Group></Groups><Contacts>"
          + "<Contact><contactId>0</contactId><contactInfo><contactType>Me</contactType>"
          + "<displayName>Anna A</displayName><annotations><Annotation><Name>MSN.IM.BLP</Name>"
          + "<Value>2</Value></Annotation></annotations></contactInfo></Contact>"
          + "<Contact><contactId>"
          + BENS_ID
          + "</contactId><contactInfo><passportName>ben@example.com</passportName>"
          + "<displayName>Ben</displayName><groupIds><guid>"
          + FRIENDS
          + "</guid></groupIds></contactInfo></Contact>%s"
          + "</Contacts></ABFindContactsPagedResult></ABFindContactsPagedResponse>";
  private static final String DORAS_CARD =
      "<Contact><contactId>7</contactId><contactInfo><passportName>dora@example.com"
          + "</passportName><displayName>Dora</displayName></contactInfo></Contact>";
  private static final String NOTICE =
      "<NOTIFICATION id=\"0\" siteid=\"45705\" siteurl=\"http://contacts.msn.com\">"
          + "<TO pid=\"0x00000001:0x00000002\" name=\"anna@example.com\"><VIA agent=\"messenger\"/></TO>"
          + "<MSG id=\"0\"><SUBSCR url=\"s.htm\"/><ACTION url=\"a.htm\"/><BODY>"
          + "&lt;NotificationData&gt;&lt;Service&gt;ABCHInternal&lt;/Service&gt;&lt;CID&gt;-5&lt;/CID&gt;"
          + "&lt;/NotificationData&gt;</BODY></MSG></NOTIFICATION>";

  @TempDir private static Path directory;
  private static HttpsServers.Certified certified;

  private final Heard heard = new Heard();
  private final FakeTimer time = new FakeTimer();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
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
    for (String path :
        List.of("abservice/abservice.asmx", "abservice/SharingService.asmx", "rsi/rsi.asmx")) {
      web.answer("/" + path, this::answer);
    }
    answers.put("FindMembership", MEMBERS);
    answers.put("ABFindContactsPaged", BOOK.formatted(""));
    CompletionStage<Messenger> signIn = Messenger.signIn(CREDENTIALS, options(), time::on);
    peer = arrive(server.accept());
    anna = await(signIn);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    anna.close();
    web.close();
  }

  private Options options() {
    return Options.at(server.address())
        .web(web.address())
        .trusting(certified.authority())
        .tickets((_, policy) ->
            CompletableFuture.completedStage(new Ticket("t=" + policy + "&p=1", SECRET)))
        .machine(MACHINE)
        .place("Desk")
        .listener(heard);
  }

  /** Answers what is asked for by its name; a question without an answer is a fault. */
  private void answer(HttpExchange it) throws IOException {
    String document = new String(it.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher operation = OPERATION.matcher(document);
    assertThat(operation.find()).as(document).isTrue();
    asked.add(document);
    String answer = answers.get(operation.group(1));
    String body =
        answer == null
            ? "<s:Fault><faultcode>s:Client</faultcode><detail><errorcode>Forbidden</errorcode>"
                + "</detail></s:Fault>"
            : answer;
    HttpsServers.answer(
        it,
        answer == null ? 500 : 200,
        ("<s:Envelope xmlns:s=\"urn:s\"><s:Body>" + body + "</s:Body></s:Envelope>")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static Peer arrive(Peer peer) throws Exception {
    peer.expect("VER 1 " + OFFER).say("VER 1 MSNP18");
    peer.expectStart("CVR 2 ");
    peer.say("CVR 2 0.1.0 0.1.0 0.1.0 http://example.com/ http://example.com/")
        .expect("USR 3 SSO I anna@example.com")
        .sayWith("GCF 0", "<Policies></Policies>")
        .say("USR 3 SSO S MBI_KEY_OLD " + NONCE);
    String[] proof = peer.expectStart("USR 4 SSO S t=MBI_KEY_OLD&p=1 ").split(" ");
    assertThat(TicketProof.matches(proof[5], Base64.getDecoder().decode(SECRET), NONCE)).isTrue();
    assertThat(proof[6]).isEqualTo("{" + MACHINE + "}");
    peer.say("USR 4 OK anna@example.com 1 0", "SBS 0 null", "UBX 1:anna@example.com 0")
        .expect("BLP 5 BL")
        .say("BLP 5 BL");
    assertThat(peer.payloadOf(peer.expectStart("ADL 6 ")))
        .isEqualTo(
            "<ml l=\"1\"><d n=\"example.com\"><c n=\"ben\" t=\"1\" l=\"3\"/></d>"
                + "<d n=\"example.org\"><c n=\"eve\" t=\"1\" l=\"4\"/></d></ml>");
    peer.say("ADL 6 OK").expect("PRP 7 MFN Anna%20A").say("PRP 7 MFN Anna%20A");
    assertThat(peer.payloadOf(peer.expectStart("UUX 8 ")))
        .isEqualTo("<EndpointData><Capabilities>0:0</Capabilities></EndpointData>");
    peer.say("UUX 8 0");
    assertThat(peer.payloadOf(peer.expectStart("UUX 9 "))).contains("<EpName>Desk</EpName>");
    return peer.say("UUX 9 0").expect("CHG 10 NLN 0:0 0").say("CHG 10 NLN 0:0 0");
  }

  private static String operation(String document) {
    Matcher operation = OPERATION.matcher(document);
    return operation.find() ? operation.group(1) : "none";
  }

  @Test
  void theListsComeFromTheBook() {
    assertThat(heard.next(Event.SignedIn.class).name()).isEqualTo("Anna A");
    Roster roster = anna.contacts().roster();
    assertThat(roster.privacy()).isEqualTo(PrivacyDefault.BLOCK);
    assertThat(roster.groups()).containsExactly(new Group(FRIENDS, "Friends"));
    assertThat(roster.friends())
        .containsExactly(
            new Contact(
                BEN,
                "Ben",
                Set.of(ContactList.FORWARD, ContactList.ALLOW),
                Set.of(FRIENDS),
                Optional.of(BENS_ID),
                Look.OFFLINE));
    assertThat(roster.pending()).extracting(Contact::name).containsExactly("Carl");
    assertThat(asked)
        .allMatch(it -> it.contains("<TicketToken>t=MBI_KEY_OLD&amp;p=1</TicketToken>"));
  }

  @Test
  void whatChangesElsewhereIsToldAndNothingElse() throws Exception {
    peer.say("NLN NLN 1:ben@example.com Benjamin 0:0 0");
    heard.next(Event.PresenceChanged.class);
    answers.put("ABFindContactsPaged", BOOK.formatted(DORAS_CARD));
    answers.put("FindMembership", MEMBERS.replace("carl@", "fred@"));
    peer.sayWith("NOT", "<NOTIFICATION/>").sayWith("NOT", NOTICE);
    assertThat(heard.next(Event.RemovedYou.class).contact().address().localPart())
        .isEqualTo("carl");
    assertThat(heard.next(Event.ContactChanged.class).contact().address()).isEqualTo(DORA);
    assertThat(heard.next(Event.AddedYou.class).contact().address().localPart()).isEqualTo("fred");
    assertThat(anna.contacts().find(BEN)).get().matches(Contact::isOnline);
    assertThat(anna.contacts().find(BEN)).get().matches(it -> it.name().equals("Benjamin"));
    assertThat(heard.isEmpty()).isTrue();
  }

  @Test
  void othersPutTheAccountOnTheirListsAndTakeItOff() throws Exception {
    peer.sayWith(
        "ADL 0", "<ml><d n=\"example.com\"><c n=\"dora\" t=\"1\" l=\"8\" f=\"Do%20Ra\"/></d></ml>");
    Contact dora = heard.next(Event.AddedYou.class).contact();
    assertThat(dora.name()).isEqualTo("Do Ra");
    assertThat(dora.isPending()).isTrue();
    peer.sayWith("RML 0", "<ml><d n=\"example.com\"><c n=\"dora\" t=\"1\" l=\"8\"/></d></ml>");
    assertThat(heard.next(Event.RemovedYou.class).contact().address()).isEqualTo(DORA);
  }

  @Test
  void aChangeIsMadeInTheBookAndThenTold() throws Exception {
    answers.put(
        "ABContactAdd",
        "<ABContactAddResponse><ABContactAddResult><guid>7</guid></ABContactAddResult>"
            + "</ABContactAddResponse>");
    answers.put("AddMember", "<AddMemberResponse/>");
    answersOnceSeen("ABContactAdd", "NLN NLN 1:dora@example.com Do%20Ra 0:0 0");
    CompletionStage<Outcome> added = anna.contacts().add(DORA);
    assertThat(peer.payloadOf(peer.expectStart("ADL 11 "))).contains("n=\"dora\" t=\"1\" l=\"1\"");
    peer.say("ADL 11 OK");
    assertThat(peer.payloadOf(peer.expectStart("ADL 12 "))).contains("n=\"dora\" t=\"1\" l=\"2\"");
    peer.say("ADL 12 OK");
    assertThat(await(added)).isEqualTo(Outcome.done());
    assertThat(anna.contacts().find(DORA))
        .get()
        .matches(it -> it.isFriend() && it.isAllowed() && it.id().equals(Optional.of("7")));
    assertThat(anna.contacts().find(DORA)).get().matches(it -> it.name().equals("Do Ra"));
    assertThat(anna.contacts().find(DORA)).get().matches(Contact::isOnline);
    assertThat(asked.stream().map(BookSessionTest::operation))
        .containsExactly("FindMembership", "ABFindContactsPaged", "ABContactAdd", "AddMember");
  }

  /** A new friend may be seen before the book has answered that they are one. */
  private void answersOnceSeen(String operation, String presence) {
    web.answer(
        "/abservice/abservice.asmx",
        it -> {
          web.answer("/abservice/abservice.asmx", this::answer);
          assertThat(answers).containsKey(operation);
          peer.say(presence, "NLN NLN 1:ben@example.com Ben 0:0 0");
          heard.next(Event.PresenceChanged.class, seen -> seen.contact().address().equals(BEN));
          answer(it);
        });
  }

  @Test
  void whatTheBookRefusesIsNotTold() throws Exception {
    assertThat(await(anna.contacts().add(DORA)))
        .isEqualTo(Outcome.failed(new Failure.WebRefused("Forbidden")));
    assertThat(anna.contacts().find(DORA)).isEmpty();
    CompletionStage<Outcome> away = anna.status(Status.AWAY);
    peer.expect("CHG 11 AWY 0:0 0").say("CHG 11 AWY 0:0 0");
    assertThat(peer.payloadOf(peer.expectStart("UUX 12 "))).contains("<State>AWY</State>");
    peer.say("UUX 12 0");
    assertThat(await(away)).isEqualTo(Outcome.done());
  }

  @Test
  void placesAreToldAndMayBeSignedOut() throws Exception {
    String sofa = "11111111-0000-4000-8000-000000000001";
    peer.sayWith(
        "UBX 1:anna@example.com",
        ("<Data><PSM/><EndpointData id=\"{%1$s}\"><Capabilities>16:0</Capabilities></EndpointData>"
                + "<EndpointData id=\"{%2$s}\"><Capabilities>0:0</Capabilities></EndpointData>"
                + "<PrivateEndpointData id=\"{%1$s}\"><EpName>Sofa</EpName><Idle>true</Idle>"
                + "<State>IDL</State></PrivateEndpointData></Data>")
            .formatted(sofa, MACHINE));
    List<Place> places = heard.next(Event.PlacesChanged.class).places();
    assertThat(places).extracting(Place::name).containsExactly("Sofa", "");
    assertThat(places).extracting(Place::isHere).containsExactly(false, true);
    assertThat(places.getFirst().isIdle()).isTrue();

    CompletionStage<Outcome> asked = anna.signOut(places.getFirst());
    assertThat(peer.payloadOf(peer.expectStart("UUN 11 anna@example.com;{" + sofa + "} 4 ")))
        .isEqualTo("goawyplzthxbye");
    peer.say("UUN 11 OK");
    assertThat(await(asked)).isEqualTo(Outcome.done());

    // somebody else may not ask for that
    peer.sayWith("UBN ben@example.com 4", "goawyplzthxbye")
        .sayWith("UBN anna@example.com;{" + sofa + "} 4", "goawyplzthxbye")
        .expect("OUT")
        .expectEnd();
    assertThat(heard.next(Event.SignedOut.class).why()).contains(new Failure.SignedOutElsewhere());
  }

  @Test
  void aLetterIsFetchedToldAndDeletedAlsoWhenTheServiceFailsAtFirst() throws Exception {
    String notice =
        "MIME-Version: 1.0\r\nContent-Type: text/x-msmsgsinitialmdatanotification\r\n\r\n"
            + "Mail-Data: <MD><M><T>11</T><E>ben@example.com</E><I>L1</I><N>x</N></M></MD>\r\n\r\n";
    answers.put("DeleteMessages", "<DeleteMessagesResponse/>");
    answers.put(
        "GetMessage",
        "<GetMessageResponse><GetMessageResult>From: Ben &lt;ben@example.com&gt;\n"
            + "Content-Type: text/plain\nDate: 2 Jan 2024 03:04:05 +0000\n\nHello"
            + "</GetMessageResult></GetMessageResponse>");
    web.answer(
        "/rsi/rsi.asmx",
        it -> {
          web.answer("/rsi/rsi.asmx", this::answer);
          HttpsServers.answer(it, 503);
        });
    peer.sayWith("MSG Hotmail Hotmail", notice).sayWith("MSG Hotmail Hotmail", notice);
    time.passWhenAwaited(Duration.ofSeconds(2));
    Event.OfflineMessageReceived letter = heard.next(Event.OfflineMessageReceived.class);
    assertThat(letter.from()).isEqualTo(BEN);
    assertThat(letter.name()).isEqualTo("Ben");
    assertThat(letter.text()).isEqualTo("Hello");
    assertThat(letter.id()).isEqualTo("L1");
    anna.close();
    assertThat(asked.getLast()).contains("<messageId>L1</messageId>");
    assertThat(operation(asked.getLast())).isEqualTo("DeleteMessages");
    assertThat(asked.stream().map(BookSessionTest::operation).filter("GetMessage"::equals))
        .hasSize(1);
  }

  @Test
  void theConnectionComesBackWithTheSameListsAndPlace() throws Exception {
    heard.next(Event.SignedIn.class);
    peer.close();
    heard.next(Event.Disconnected.class);
    time.passWhenAwaited(Duration.ofSeconds(2));
    arrive(server.accept());
    assertThat(heard.next(Event.SignedIn.class).again()).isTrue();
    assertThat(anna.contacts().friends()).extracting(Contact::address).containsExactly(BEN);
  }
}
