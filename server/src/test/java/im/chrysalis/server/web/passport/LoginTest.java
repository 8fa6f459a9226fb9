package im.chrysalis.server.web.passport;

import static im.chrysalis.server.web.passport.Desk.field;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
  private static final String TAIL =
      ",ct=1,rver=1,wp=FS_40SEC_0_COMPACT,lc=1,id=507,ru=http:%2F%2Fmessenger.msn.com";

  private final Desk desk = new Desk();

  private static HttpField authorization(String signIn, String password) {
    return new HttpField(
        "Authorization",
        "Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in="
            + signIn
            + ",pwd="
            + password
            + TAIL);
  }

  private HttpResponse login(String signIn, String password) {
    return desk.get("/login2.srf", authorization(signIn, password));
  }

  @Test
  void theNexusNamesTheLoginWithoutScheme() {
    HttpResponse answer = desk.get("/rdr/pprdr.asp");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.reason()).isEqualTo("OK");
    assertThat(answer.body()).isEmpty();
    assertThat(field(answer, "PassportURLs").orElseThrow())
        .startsWith(
            "DARealm=Passport.Net,DALogin=login.passport.com/login2.srf,DAReg=http://192.0.2.1/,")
        .doesNotContain(" ");
  }

  @Test
  void whereJmlAsksTheLoginIsAWholeAddress() {
    HttpResponse answer = desk.get("/nexus-mock", new HttpField("Host", "nexus.passport.com"));
    assertThat(field(answer, "PassportURLs").orElseThrow())
        .startsWith("DARealm=Passport.Net,DALogin=https://login.passport.com/login2.srf,DAReg=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat.example.test", "chat.example.test:8443", "192.0.2.1"})
  void whoeverCameByAnotherNameIsSentBackToIt(String host) {
    HttpResponse answer = desk.get("/rdr/pprdr.asp", new HttpField("Host", host));
    assertThat(field(answer, "PassportURLs").orElseThrow())
        .contains(",DALogin=" + host + "/login2.srf,DAReg=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nexus.passport.com", "NEXUS.passport.com:443", "a,b", "a b", "", "a/b"})
  void anOldNameAndANameThatIsNoneLeadToTheOldLogin(String host) {
    HttpResponse answer = desk.get("/rdr/pprdr.asp", new HttpField("Host", host));
    assertThat(field(answer, "PassportURLs").orElseThrow())
        .contains(",DALogin=login.passport.com/login2.srf,DAReg=");
  }

  @Test
  void aRightPasswordGetsATicketInSingleQuotes() {
    HttpResponse answer = login("anna%40example.test", "sesame%20%26%20%3Cco%3E");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.reason()).isEqualTo("OK");
    assertThat(field(answer, "Authentication-Info"))
        .contains(
            "Passport1.4 da-status=success,tname=MSPAuth,tname=MSPProf,tname=MSPSec,from-PP='"
                + desk.ticket(1).text()
                + "',ru=http://messenger.msn.com");
    assertThat(desk.ticket(1).mechanism()).isEqualTo(Mechanism.NEXUS);
    assertThat(desk.ticket(1).text()).isEqualTo("t=" + "A".repeat(42) + "1&p=0123456789abcdef");
  }

  @Test
  void theTicketIsWhereAmsnCutsItOut() {
    String info =
        field(login("anna%40example.test", "sesame %26 <co>"), "Authentication-Info").orElseThrow();
    String element =
        java.util.Arrays.stream(info.split(","))
            .filter(it -> it.startsWith("from-PP="))
            .findFirst()
            .orElseThrow();
    assertThat(element.substring(9, element.length() - 1)).isEqualTo(desk.ticket(1).text());
  }

  @Test
  void aWrongPasswordIsRefusedWithWordsForThePerson() {
    HttpResponse answer = login("anna%40example.test", "wrong");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.reason()).isEqualTo("Unauthorized");
    assertThat(field(answer, "WWW-Authenticate"))
        .contains(
            "Passport1.4 da-status=failed,srealm=Passport.NET,ts=-3,prompt,"
                + "cbtxt=Wrong%20address%20or%20password%2E");
    assertThat(desk.meters.counter("chrysalis.signins.refused").count()).isEqualTo(1);
  }

  @Test
  void aStrangerIsRefusedLikeAWrongPassword() {
    assertThat(login("ben%40example.test", "x").fields())
        .isEqualTo(login("anna%40example.test", "x").fields())
        .isEqualTo(login("no address", "x").fields());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Passport1.4",
        "Passport1.4 ",
        "Passport1.4 ,,,=,=",
        "Passport1.4 sign-in=anna%40example.test",
        "Passport1.4 pwd=x",
        "Basic YTpi"
      })
  void aFieldWithoutCredentialsIsRefused(String value) {
    HttpResponse answer = desk.get("/login2.srf", new HttpField("Authorization", value));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(field(answer, "WWW-Authenticate").orElseThrow())
        .startsWith("Passport1.4 da-status=failed,");
    assertThat(desk.get("/login2.srf?lc=1033").status()).isEqualTo(401);
    assertThat(desk.looks).isZero();
  }

  @Test
  void whoGuessesIsRefusedWithoutAnotherLook() {
    for (int i = 0; i < 3; i++) {
      login("anna%40example.test", "guess" + i);
    }
    HttpResponse answer = login("anna%40example.test", "sesame%20%26%20%3Cco%3E");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(field(answer, "WWW-Authenticate").orElseThrow())
        .contains("cbtxt=Too%20many%20wrong%20passwords");
    assertThat(desk.looks).isEqualTo(3);
    assertThat(desk.tickets).isEmpty();
  }

  @Test
  void whoGuessesManyIsAnsweredSlowly() {
    for (int i = 0; i < 5; i++) {
      desk.stage(
          "GET", "/login2.srf", new byte[0], authorization("x" + i + "%40example.test", "y"));
    }
    CompletableFuture<HttpResponse> answer =
        desk.stage("GET", "/login2.srf", new byte[0], authorization("y%40example.test", "y"));
    assertThat(answer).isNotDone();
    desk.later.forEach(Runnable::run);
    assertThat(answer.join().status()).isEqualTo(401);
  }

  @Test
  void aCrowdIsToldToComeBackLater() {
    desk.busy = true;
    assertThat(login("anna%40example.test", "x").status()).isEqualTo(503);
  }
}
