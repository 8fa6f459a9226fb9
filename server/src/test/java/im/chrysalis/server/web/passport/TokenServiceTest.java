package im.chrysalis.server.web.passport;

import static im.chrysalis.server.web.passport.Desk.between;
import static im.chrysalis.server.web.passport.Desk.field;
import static im.chrysalis.server.web.passport.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenServiceTest {
  private static final String ESCAPED = "sesame &amp; &lt;co&gt;";
  private static final String TICKET = "t=" + "A".repeat(42) + "1&amp;p=0123456789abcdef";
  private static final String[] LIVE_8_5 = {
    Requests.RENEWAL,
    "messengerclear.live.com MBI_KEY_OLD",
    "messenger.msn.com ?id=507",
    "contacts.msn.com MBI",
    "messengersecure.live.com MBI_SSL",
    "spaces.live.com MBI",
    "storage.msn.com MBI_SSL"
  };
  private static final Pattern WHITE_SPACE = Pattern.compile(">\\s+<");

  private final Desk desk = new Desk();

  private static String post(Desk desk, String path, String body) {
    HttpResponse answer = desk.post(path, body);
    assertThat(answer.status()).isEqualTo(200);
    return text(answer);
  }

  private String rst(String body) {
    return post(desk, "/RST.srf", body);
  }

  private String rst2(String body) {
    return post(desk, "/RST2.srf", body);
  }

  /** The files have a line break between elements, which answers don't. */
  private static String writtenDown(String file) {
    return String.join("", Desk.file(file).lines().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rst", "rst2"})
  void theAnswerIsTheOneThatIsWrittenDown(String version) {
    String[] wanted = {Requests.RENEWAL, "messengerclear.live.com MBI_KEY_OLD", "sup.live.com MBI"};
    String answer =
        version.equals("rst")
            ? rst(Requests.rst(ESCAPED, wanted))
            : rst2(Requests.rst2(ESCAPED, wanted));
    assertThat(answer).isEqualTo(writtenDown(version + "-answer.xml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rst", "rst2"})
  void theRefusalIsTheOneThatIsWrittenDown(String version) {
    String answer =
        version.equals("rst")
            ? rst(Requests.rst("wrong", LIVE_8_5))
            : rst2(Requests.rst2("wrong", LIVE_8_5));
    assertThat(answer).isEqualTo(writtenDown(version + "-refusal.xml"));
  }

  @Test
  void eachVersionHasItsContentType() {
    assertThat(field(desk.post("/RST.srf", Requests.rst(ESCAPED, LIVE_8_5)), "Content-Type"))
        .contains("text/xml; charset=utf-8");
    assertThat(field(desk.post("/RST2.srf", Requests.rst2(ESCAPED, LIVE_8_5)), "Content-Type"))
        .contains("application/soap+xml; charset=utf-8");
    assertThat(desk.ticket(1).mechanism()).isEqualTo(Mechanism.RST);
    assertThat(desk.ticket(2).mechanism()).isEqualTo(Mechanism.RST2);
  }

  @Test
  void libpurpleFindsEachTokenInItsSlotAndNoWhiteSpace() throws Exception {
    String answer = rst(Requests.libpurple(ESCAPED));
    assertThat(WHITE_SPACE.matcher(answer.substring(answer.indexOf("<S:"))).find()).isFalse();
    Element root = XmlReader.read(answer.getBytes(StandardCharsets.UTF_8));
    Element collection = root.first("RequestSecurityTokenResponseCollection").orElseThrow();
    List<Element> tokens = collection.children();
    assertThat(tokens).hasSize(7);
    assertThat(tokens.getFirst().textOf("CipherValue")).isPresent();
    assertThat(tokens.getFirst().textOf("BinarySecret"))
        .contains(desk.ticket(1).renewal().base64());
    for (int slot = 0; slot < 6; slot++) {
      Element token = tokens.get(slot + 1);
      Element security = token.first("BinarySecurityToken").orElseThrow();
      String id = security.attributes().get("Id");
      assertThat(Integer.parseInt(id.substring(7)) - 1).isEqualTo(slot);
      assertThat(token.first("LifeTime").orElseThrow().textOf("Expires")).isPresent();
      assertThat(security.text()).isEqualTo(desk.ticket(1).text());
    }
    assertThat(tokens.get(1).textOf("BinarySecret")).contains(desk.ticket(1).proof().base64());
  }

  @Test
  void amsnFindsItsTokensByLiteralNamesAndTheTimeOfTheServer() {
    String answer =
        rst(
            Requests.rst(
                ESCAPED,
                Requests.RENEWAL,
                "contacts.msn.com MBI",
                "messenger.msn.com ?id=507",
                "messengerclear.live.com MBI_KEY_OLD",
                "messengersecure.live.com MBI_SSL",
                "spaces.live.com MBI",
                "storage.msn.com MBI"));
    assertThat(answer)
        .contains("<S:Envelope ", "<S:Header><psf:pp ", "ServerTime=\"2026-01-02T03:04:05Z\"")
        .contains("<wst:RequestSecurityTokenResponseCollection ", "<CipherData><CipherValue>");
    assertThat(between(answer, "<wsa:Address>", "</wsa:Address>"))
        .containsExactly(
            Requests.RENEWAL,
            "contacts.msn.com",
            "messenger.msn.com",
            "messengerclear.live.com",
            "messengersecure.live.com",
            "spaces.live.com",
            "storage.msn.com");
    assertThat(between(answer, "<wsse:BinarySecurityToken Id=\"Compact3\">", "</wsse:Binary"))
        .containsExactly(TICKET);
    assertThat(between(answer, "<wst:BinarySecret>", "</wst:BinarySecret>"))
        .containsExactly(desk.ticket(1).renewal().base64(), desk.ticket(1).proof().base64());
    assertThat(between(answer, "<wsu:Expires>", "</wsu:Expires>"))
        .hasSize(7)
        .containsOnly("2026-01-03T03:04:05Z");
  }

  @Test
  void jmlPutsThePasswordInAsItIsAndFindsSixTokens() {
    String answer = rst(Requests.rst("sesame & <co>", LIVE_8_5));
    for (int number = 1; number <= 6; number++) {
      assertThat(
              between(
                  answer, "<wsse:BinarySecurityToken Id=\"Compact" + number + "\">", "</wsse:Bin"))
          .containsExactly(TICKET);
    }
  }

  @Test
  void bitlbeeKnowsTokensByTheLastCharacterOfTheirId() {
    String answer =
        rst(
            Requests.rst(
                ESCAPED,
                Requests.RENEWAL,
                "messengerclear.live.com MBI_KEY_OLD",
                "contacts.msn.com MBI",
                "messengersecure.live.com MBI_SSL",
                "storage.msn.com MBI_SSL"));
    assertThat(between(answer, "<wsse:BinarySecurityToken Id=\"", "\">"))
        .containsExactly("Compact1", "Compact2", "Compact3", "Compact4");
    assertThat(desk.ticket(1).text()).hasSizeLessThan(500);
  }

  @Test
  void oldClientsGetATokenForTheServersOwnWords() {
    String answer =
        rst(
            Requests.rst(
                ESCAPED, Requests.RENEWAL, "messenger.msn.com ?ct=1&amp;rver=1&amp;id=507"));
    assertThat(between(answer, "<wsse:BinarySecurityToken Id=\"Compact1\">", "</wsse:"))
        .containsExactly(TICKET);
  }

  @Test
  void aSingleRequestWithoutWrapperIsAnsweredByACollectionOfOne() {
    String body =
        Requests.rst(ESCAPED, "messengerclear.live.com MBI_KEY_OLD")
            .replaceAll("</?ps:RequestMultiple[^>]*>", "")
            .replace(" Id=\"RST0\"", "");
    String answer = rst(body);
    assertThat(between(answer, "<wsse:BinarySecurityToken Id=\"Compact1\">", "</wsse:")).hasSize(1);
  }

  @Test
  void msnpsharpReadsTimesWithoutFractionsAndTheCidInHex() {
    String answer =
        rst2(
            Requests.rst2(
                ESCAPED,
                Requests.RENEWAL,
                "messengerclear.live.com MBI_KEY_OLD",
                "contacts.msn.com MBI"));
    assertThat(answer)
        .contains(
            "<wst:Lifetime><wsu:Created>2026-01-02T03:04:05Z</wsu:Created>"
                + "<wsu:Expires>2026-01-03T03:04:05Z</wsu:Expires></wst:Lifetime>")
        .contains("<psf:credProperty Name=\"CID\">0123456789abcdef</psf:credProperty>")
        .doesNotContain("LifeTime", "RequestedTokenReference");
  }

  @Test
  void mirandaFindsTheCodeOfAWrongPasswordInTheBodyOfAnOrdinaryAnswer() {
    String answer = rst2(Requests.rst2("wrong", LIVE_8_5));
    String body = answer.substring(answer.indexOf("<S:Body>"));
    assertThat(body)
        .contains("<S:Fault>", "<S:Detail><psf:error><psf:value>0x80048821</psf:value>");
  }

  @Test
  void libpurpleFindsTheFaultBelowTheEnvelope() {
    String answer = rst(Requests.libpurple("wrong"));
    assertThat(answer)
        .contains(
            "</S:Header><S:Fault><faultcode>wsse:FailedAuthentication</faultcode>"
                + "<faultstring>Wrong address or password.</faultstring></S:Fault></S:Envelope>")
        .doesNotContain("S:Body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "<Envelope/>",
        "<!DOCTYPE x [<!ENTITY e 'x'>]><Envelope>&e;</Envelope>",
        "<Password></Password>",
        "</Password><Password>"
      })
  void whatIsNoRequestIsAnInvalidOne(String body) {
    assertThat(rst(body)).contains("<faultcode>S:Client</faultcode>", "Invalid Request");
    assertThat(rst2(body))
        .contains("<S:Value>wst:InvalidRequest</S:Value>", "<psf:value>0x80048820</psf:value>");
    assertThat(desk.looks).isZero();
  }

  @Test
  void tooMuchIsInvalid() {
    String[] many = new String[33];
    java.util.Arrays.fill(many, "contacts.msn.com MBI");
    assertThat(rst(Requests.rst(ESCAPED, many))).contains("S:Client");
    assertThat(rst(Requests.rst(ESCAPED, LIVE_8_5) + " ".repeat(PassportServices.MOST_BODY)))
        .contains("S:Client");
    assertThat(rst(Requests.rst(ESCAPED, "a".repeat(300)))).contains("S:Client");
    assertThat(desk.looks).isZero();
  }

  @Test
  void whatTheClientSaysIsEscapedInTheAnswer() {
    String answer = rst(Requests.rst(ESCAPED, "&lt;a&gt;&amp;&quot; x"));
    assertThat(answer)
        .contains("<wsa:Address>&lt;a&gt;&amp;&quot;</wsa:Address>")
        .contains("<psf:credProperty Name=\"FirstName\">Anna &amp; &quot;Co&quot;</psf:cred");
  }

  @Test
  void aRequestForACertificateIsPassedOver() {
    String body =
        Requests.rst(ESCAPED, LIVE_8_5)
            .replaceFirst("<wsa:Address>spaces.live.com</wsa:Address>", "<wsa:ServiceName/>");
    assertThat(between(rst(body), "<wsse:BinarySecurityToken Id=\"", "\">"))
        .containsExactly("Compact1", "Compact2", "Compact3", "Compact4", "Compact6");
  }

  @Test
  void aCrowdIsToldToComeBackLater() {
    desk.busy = true;
    assertThat(desk.post("/RST.srf", Requests.rst(ESCAPED, LIVE_8_5)).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rst.srf", "/pp/RST.srf", "/pp550/RST.srf", "/ppsecure/RST.srf"})
  void theServiceIsFoundUnderAllItsNames(String path) {
    assertThat(post(desk, path, Requests.rst(ESCAPED, LIVE_8_5))).contains(TICKET);
  }
}
