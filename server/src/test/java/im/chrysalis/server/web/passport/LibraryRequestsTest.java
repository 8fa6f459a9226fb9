package im.chrysalis.server.web.passport;

import static im.chrysalis.server.web.passport.Desk.field;
import static im.chrysalis.server.web.passport.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryRequestsTest {
  private final Desk desk = new Desk();

  private HttpResponse notRst(String password) {
    return desk.ask(
        "POST",
        "/NotRST.srf",
        new byte[0],
        new HttpField("X-User", Desk.ADDRESS),
        new HttpField("X-Password", password));
  }

  @Test
  void anEmptyPostIsAnswered() {
    HttpResponse answer = desk.post("/", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(desk.get("/").status()).isEqualTo(404);
  }

  @Test
  void theReplacedLibraryGetsATicketThatNeedsNoProof() {
    HttpResponse answer = notRst(Desk.PASSWORD);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(field(answer, "X-Token")).contains(desk.ticket(1).id().word());
    assertThat(desk.ticket(1).mechanism()).isEqualTo(Mechanism.NOT_RST);
    assertThat(Mechanism.NOT_RST.hasSecrets()).isFalse();
    assertThat(Mechanism.RST2.hasSecrets()).isTrue();
  }

  @Test
  void theReplacedLibraryGetsNothingForAWrongPassword() {
    HttpResponse answer = notRst("wrong");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.fields()).isEmpty();
    assertThat(desk.post("/NotRST.srf", "").fields()).isEmpty();
  }

  @Test
  void aFormLeadsToThePageItNames() {
    HttpResponse answer =
        desk.post(
            "/ppsecure/sha1auth.srf",
            "lc=1033&token=ct%3D1%26ru%3Dhttp%253A%252F%252Fexample.test%252Ftoday%26x%3D1");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(field(answer, "Location")).contains("http://example.test/today");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "token=",
        "token=ru%3D",
        "token=ru%3Djavascript%253Aalert(1)",
        "token=ru%3Dhttp%253A%252F%252Fa%250D%250AX%253A1",
        "token=ru%3D%25zz",
        "token=%"
      })
  void aFormWithoutAddressLeadsNowhere(String form) {
    assertThat(desk.post("/ppsecure/sha1auth.srf", form).status()).isEqualTo(404);
  }

  @Test
  void everyDomainIsOurs() {
    HttpResponse answer = desk.get("/GetRealmInfo.srf?login=Anna%40Example.test&xml=1");
    assertThat(text(answer))
        .contains(
            "<Login>anna@example.test</Login><NameSpaceType>Managed</NameSpaceType>"
                + "<DomainName>example.test</DomainName>");
    assertThat(desk.get("/getrealminfo.srf?login=x").status()).isEqualTo(404);
    assertThat(desk.get("/getrealminfo.srf").status()).isEqualTo(404);
  }

  @Test
  void theRestOfTheLibraryIsContentWithAPageOrNone() {
    assertThat(desk.get("/ppcrlcheck.srf").status()).isEqualTo(200);
    assertThat(desk.get("/login.srf?wa=1").status()).isEqualTo(200);
    assertThat(desk.get("/logout.srf").status()).isEqualTo(200);
    assertThat(desk.get("/PPCRLconfig.srf").status()).isEqualTo(404);
  }
}
