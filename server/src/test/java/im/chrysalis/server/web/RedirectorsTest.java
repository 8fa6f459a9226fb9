package im.chrysalis.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectorsTest {
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 443);

  @ParameterizedTest
  @CsvSource({
    "byrdr.omega.contacts.msn.com, https://omega.contacts.msn.com/abservice/abservice.asmx",
    "BYRDR.omega.contacts.msn.com, https://omega.contacts.msn.com/abservice/abservice.asmx",
    "byrdr.omega.contacts.msn.com:8443, https://omega.contacts.msn.com:8443/abservice/abservice.asmx",
    "tkrdr.storage.msn.com, https://storage.msn.com/abservice/abservice.asmx"
  })
  void aHostThatOnlyTellsSendsElsewhere(String host, String location) {
    HttpResponse answer = Redirectors.elsewhere(request(host)).orElseThrow();
    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.fields()).contains(new HttpField("Location", location));
  }

  @Test
  void theServicesOwnHostsServe() {
    assertThat(List.of("omega.contacts.msn.com", "storage.msn.com", "contacts.msn.com", "10.0.0.1"))
        .allSatisfy(
            host -> assertThat(Redirectors.elsewhere(request(host))).isEqualTo(Optional.empty()));
  }

  private static HttpRequest request(String host) {
    return new HttpRequest(
        "POST",
        "/abservice/abservice.asmx",
        "",
        List.of(new HttpField("Host", host)),
        new byte[0],
        true,
        HERE,
        HERE);
  }
}
