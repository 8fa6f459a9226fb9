package im.chrysalis.server.web.offline;

import static im.chrysalis.server.web.Town.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.access.RateLimit;
import im.chrysalis.server.web.Town;
import im.chrysalis.server.web.Waiting;
import im.chrysalis.values.ContactList;
import im.chrysalis.wire.challenge.Products;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineServicesTest {
  private static final int PER_MINUTE = 5;

  @TempDir Path directory;

  private Town town;
  private Account anna;
  private Account ben;
  private OfflineServices services;

  @BeforeEach
  void twoPeople() {
    town = new Town(directory);
    anna = town.join("anna");
    ben = town.join("ben");
    services = services(false);
  }

  @AfterEach
  void close() {
    town.close();
  }

  private OfflineServices services(boolean strict) {
    return new OfflineServices(
        town.store().accounts(),
        town.people(),
        town.store().offlineMessages(),
        town.visitors(),
        new RateLimit(() -> PER_MINUTE, Ticker.systemTicker()),
        () -> strict,
        town,
        town.workers());
  }

  private HttpResponse send(String body) throws Exception {
    return Town.post(services.routes().get(OfflineServices.SEND), OfflineServices.SEND, body);
  }

  private HttpResponse fetch(String body) throws Exception {
    return Town.post(services.routes().get(OfflineServices.FETCH), OfflineServices.FETCH, body);
  }

  private List<OfflineMessage> waiting(Account who) {
    return Waiting.on(town.store().offlineMessages().waiting(who.card().id()));
  }

  private static String envelope(String header, String body) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">"
        + header
        + "<soap:Body>"
        + body
        + "</soap:Body></soap:Envelope>";
  }

  // leaving

  @Test
  void aMessageIsLeftAndAcknowledgedByItsNumber() throws Exception {
    HttpResponse answer = send(Mailbag.live85("anna", "ben", "any", 7));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer))
        .isEqualTo(
            envelope(
                "<soap:Header><SequenceAcknowledgment"
                    + " xmlns=\"http://schemas.xmlsoap.org/ws/2003/03/rm\"><Identifier"
                    + " xmlns=\"http://schemas.xmlsoap.org/ws/2002/07/utility\">"
                    + "http://messenger.msn.com</Identifier>"
                    + "<AcknowledgmentRange Upper=\"7\" Lower=\"7\"/>"
                    + "</SequenceAcknowledgment></soap:Header>",
                "<StoreResponse xmlns=\"http://messenger.live.com/ws/2006/09/oim/\">"
                    + "<PointsConsumed>0</PointsConsumed></StoreResponse>"));
    OfflineMessage kept = waiting(ben).getFirst();
    assertThat(kept.text()).isEqualTo("Hello");
    assertThat(kept.from()).isEqualTo(anna.card());
    assertThat(kept.sent()).isEqualTo(town.now());
    assertThat(kept.place().orElseThrow().number()).isEqualTo(7);
  }

  @Test
  void aClientWithoutAnAnswerIsChallengedInTheNamespaceOfItsElements() throws Exception {
    HttpResponse answer = send(Mailbag.pidgin("anna", "ben", "", 1));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer))
        .isEqualTo(
            envelope(
                "",
                "<soap:Fault><faultcode xmlns:q0=\"http://messenger.msn.com/ws/2004/09/oim/\">"
                    + "q0:AuthenticationFailed</faultcode>"
                    + "<faultstring>Answer the challenge</faultstring>"
                    + "<faultactor>https://ows.messenger.msn.com/OimWS/oim.asmx</faultactor>"
                    + "<detail><LockKeyChallenge"
                    + " xmlns=\"http://messenger.msn.com/ws/2004/09/oim/\">"
                    + LockKey.challenge(anna.card().id())
                    + "</LockKeyChallenge></detail></soap:Fault>"));
    assertThat(waiting(ben)).isEmpty();
  }

  @Test
  void whereTheChallengeIsStrictOnlyTheRightAnswerPasses() throws Exception {
    services = services(true);
    String challenge = LockKey.challenge(anna.card().id());
    assertThat(challenge).matches("[0-9]{10}");
    assertThat(text(send(Mailbag.live85("anna", "ben", "wrong", 1))))
        .contains(">" + challenge + "</LockKeyChallenge>");
    String right = Products.LIVE_8_5.answerSinceMsnp11(challenge);
    assertThat(send(Mailbag.live85("anna", "ben", right, 1)).status()).isEqualTo(200);
    String upper = right.toUpperCase(Locale.ROOT);
    assertThat(send(Mailbag.live85("anna", "ben", upper, 2)).status()).isEqualTo(200);
    assertThat(waiting(ben)).hasSize(2);
  }

  @Test
  void whatIsSentAgainForWantOfAnAnswerIsKeptOnce() throws Exception {
    send(Mailbag.live85("anna", "ben", "any", 1));
    town.restart();
    services = services(false);
    assertThat(send(Mailbag.live85("anna", "ben", "any", 1)).status()).isEqualTo(200);
    assertThat(waiting(ben)).hasSize(1);
  }

  @Test
  void whoIsBlockedHearsThatItIsKeptAndNobodyGetsIt() throws Exception {
    SessionId nobody = new SessionId("", 0);
    town.ask(
        ben, new Request.AddToList(nobody, anna.card(), ContactList.BLOCK, Optional.empty(), 0));
    HttpResponse blocked = send(Mailbag.live85("anna", "ben", "any", 1));
    HttpResponse nowhere = send(Mailbag.live85("anna", "nobody", "any", 1));
    assertThat(blocked.status()).isEqualTo(200);
    assertThat(nowhere.status()).isEqualTo(500);
    assertThat(text(nowhere)).contains("q0:SystemUnavailable</faultcode>");
    assertThat(waiting(ben)).isEmpty();
  }

  @Test
  void nobodyWritesInTheNameOfSomebodyElse() throws Exception {
    String forged =
        Mailbag.live85("anna", "ben", "any", 1).replace("memberName=\"anna@", "memberName=\"ben@");
    assertThat(text(send(forged)))
        .contains("q0:AuthenticationFailed</faultcode>")
        .contains("<RequiredAuthPolicy");
    assertThat(waiting(ben)).isEmpty();
  }

  @Test
  void aTicketThatIsNoneIsToBeRenewed() throws Exception {
    String old = Mailbag.live85("anna", "ben", "any", 1).replace("t=anna-ticket", "t=old");
    assertThat(text(send(old)))
        .contains("q0:AuthenticationFailed</faultcode>")
        .contains("<RequiredAuthPolicy")
        .doesNotContain("LockKeyChallenge");
  }

  @Test
  void whoWritesTooOftenIsToldToWait() throws Exception {
    for (int i = 0; i < PER_MINUTE; i++) {
      assertThat(send(Mailbag.live85("anna", "ben", "any", i)).status()).isEqualTo(200);
    }
    assertThat(text(send(Mailbag.live85("anna", "ben", "any", 99))))
        .contains("q0:SenderThrottleLimitExceeded</faultcode>");
    assertThat(send(Mailbag.live85("ben", "anna", "any", 1)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/html\n\nx",
        "",
        "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsb",
        "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSABl"
      })
  void whatIsNoTextIsNotTaken(String content) throws Exception {
    String body =
        Mailbag.live85("anna", "ben", "any", 1)
            .replaceFirst("(?s)(<Content [^>]*>).*</Content>", "$1" + content + "</Content>");
    assertThat(text(send(body))).contains("q0:InvalidContent</faultcode>");
  }

  @Test
  void aMessageThatIsTooLongIsNotTaken() throws Exception {
    String content = "Content-Type: text/plain\n\n" + "x".repeat(OfflineMessage.MAX_BYTES + 1);
    String body =
        Mailbag.live85("anna", "ben", "any", 1)
            .replaceFirst("(?s)(<Content [^>]*>).*</Content>", "$1" + content + "</Content>");
    assertThat(text(send(body))).contains("q0:InvalidContent</faultcode>");
  }

  // fetching

  @Test
  void whatWaitsIsListedFetchedAndDeleted() throws Exception {
    send(Mailbag.live85("anna", "ben", "any", 1));
    OfflineMessage kept = waiting(ben).getFirst();
    String id = kept.id().toString().toUpperCase(Locale.ROOT);
    assertThat(text(fetch(Mailbag.getMetadata("ben-ticket"))))
        .isEqualTo(
            envelope(
                "<soap:Header></soap:Header>",
                "<GetMetadataResponse"
                    + " xmlns=\"http://www.hotmail.msn.com/ws/2004/09/oim/rsi\"><MD>"
                    + "<Q><QTM>409600</QTM><QNM>204800</QNM></Q>"
                    + "<M><T>11</T><S>6</S><RT>2024-01-02T03:04:05.000Z</RT><RS>0</RS>"
                    + "<SZ>5</SZ><E>anna@example.test</E><I>"
                    + id
                    + "</I><F>00000000-0000-0000-0000-000000000009</F>"
                    + "<N>=?utf-8?B?VGhlIGFubmE=?=</N><SU> </SU></M></MD>"
                    + "</GetMetadataResponse>"));
    String mail = text(fetch(Mailbag.getMessage("ben-ticket", id)));
    assertThat(mail)
        .contains("<GetMessageResult>X-Message-Info: ")
        .contains("\nFrom: =?utf-8?B?VGhlIGFubmE=?= &lt;anna@example.test&gt;\n")
        .contains("\nTo: ben@example.test\n")
        .contains("\nDate: 2 Jan 2024 03:04:05 +0000\n")
        .contains("\n\nSGVsbG8=</GetMessageResult>")
        .doesNotContain("\r")
        .doesNotContain("&#13;");
    assertThat(waiting(ben)).hasSize(1);
    HttpResponse deleted = fetch(Mailbag.deleteMessages("ben-ticket", id));
    assertThat(text(deleted))
        .isEqualTo(
            envelope(
                "<soap:Header></soap:Header>",
                "<DeleteMessagesResponse"
                    + " xmlns=\"http://www.hotmail.msn.com/ws/2004/09/oim/rsi\"/>"));
    assertThat(waiting(ben)).isEmpty();
    assertThat(text(fetch(Mailbag.getMetadata("ben-ticket")))).doesNotContain("<M>");
  }

  @Test
  void whatIsDeletedAlreadyCountsAsDeleted() throws Exception {
    HttpResponse answer =
        fetch(Mailbag.deleteMessages("ben-ticket", UUID.randomUUID(), "no id", ""));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(fetch(Mailbag.deleteMessages("ben-ticket")).status()).isEqualTo(200);
  }

  @Test
  void nobodyFetchesOrDeletesWhatWaitsForSomebodyElse() throws Exception {
    send(Mailbag.live85("anna", "ben", "any", 1));
    UUID id = waiting(ben).getFirst().id();
    HttpResponse answer = fetch(Mailbag.getMessage("anna-ticket", id));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer)).contains("soap:Client").contains("Message not found");
    fetch(Mailbag.deleteMessages("anna-ticket", id));
    assertThat(waiting(ben)).hasSize(1);
  }

  @Test
  void whoHasNoTicketFetchesNothing() throws Exception {
    HttpResponse answer = fetch(Mailbag.getMetadata("old"));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer))
        .contains("q0:AuthenticationFailed</faultcode>")
        .contains("<RequiredAuthPolicy");
    assertThat(text(fetch(Mailbag.getMetadata("")))).contains("q0:AuthenticationFailed");
  }

  @Test
  void whatTheServiceDoesNotKnowIsASchemaError() throws Exception {
    HttpResponse answer = fetch(Mailbag.rsi("ben-ticket", "<Frobnicate/>"));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(text(answer))
        .contains("<faultcode>soap:Client</faultcode>")
        .contains("<faultstring>Schema validation error</faultstring>");
  }

  @Test
  void whoseAccountIsGoneHasNoTicketAnyMore() throws Exception {
    town.ask(ben, new Request.DeleteAccount());
    assertThat(text(fetch(Mailbag.getMessage("ben-ticket", UUID.randomUUID()))))
        .contains("q0:AuthenticationFailed");
    assertThat(text(send(Mailbag.live85("anna", "ben", "any", 1))))
        .contains("q0:SystemUnavailable");
  }

  @Test
  void aStoreThatFailsIsNotTakenForAnAnswer() throws Exception {
    town.store().close();
    assertThat(text(send(Mailbag.live85("anna", "ben", "any", 1))))
        .contains("q0:SystemUnavailable");
    assertThat(text(fetch(Mailbag.getMetadata("ben-ticket"))))
        .contains("<faultcode>soap:Server</faultcode>");
  }

  // strangers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET me",
        "<a/>",
        "<Envelope/>",
        "<Envelope><Body/></Envelope>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Envelope><Body>&e;</Body></Envelope>",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><Envelope><Body><GetMessage>&e;</GetMessage></Body></Envelope>",
        "<Envelope><Body><a></Body></Envelope>"
      })
  void whatIsNoEnvelopeIsRefusedByBoth(String body) throws Exception {
    assertThat(send(body).status()).isEqualTo(500);
    assertThat(text(send(body))).contains("q0:InvalidContent").doesNotContain("root:");
    assertThat(text(fetch(body))).contains("Schema validation error").doesNotContain("root:");
  }

  @Test
  void anEnvelopeWithoutAHeaderHasNoTicket() throws Exception {
    String body = "<Envelope><Body><GetMetadata/></Body></Envelope>";
    assertThat(text(send(body))).contains("q0:AuthenticationFailed");
    assertThat(text(fetch(body))).contains("q0:AuthenticationFailed");
  }

  @Test
  void whatIsTooDeepIsRefused() throws Exception {
    String body = "<Envelope><Body>" + "<a>".repeat(100_000);
    assertThat(text(send(body))).contains("q0:InvalidContent");
  }
}
