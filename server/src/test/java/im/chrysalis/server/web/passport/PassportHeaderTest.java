package im.chrysalis.server.web.passport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassportHeaderTest {
  @Test
  void piecesAreCutAtCommasAndAtTheFirstEqualsSign() {
    assertThat(PassportHeader.read("Passport1.4 a=b=c,sign-in=anna%40example.test,pwd=x=y%2Cz+%2B"))
        .contains(new PassportHeader("anna@example.test", "x=y,z++"));
  }

  @Test
  void textIsDecodedAsClientsEncodeIt() {
    assertThat(PassportHeader.read("Passport1.4 sign-in=a,pwd=p%C3%A4ss%25"))
        .contains(new PassportHeader("a", "päss%"));
    assertThat(PassportHeader.read("Passport1.4 sign-in=a,pwd=100%"))
        .contains(new PassportHeader("a", "100%"));
  }

  @Test
  void anEmptyPasswordIsOne() {
    assertThat(PassportHeader.read("passport1.4 pwd=,sign-in=a,pwd=b"))
        .contains(new PassportHeader("a", ""));
  }

  @Test
  void thePasswordIsNotShown() {
    assertThat(PassportHeader.read("Passport1.4 sign-in=a,pwd=sesame").toString())
        .doesNotContain("sesame");
  }
}
