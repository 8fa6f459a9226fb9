package im.chrysalis.client.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets for a password: the question in both forms, and what comes back. */
class TokensTest {
  private static final String SECRET = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcY";

  @ParameterizedTest
  @FieldSource("im.chrysalis.client.web.TokenCall#VERSIONS")
  void whoAsksAndForWhatIsSaid(TokenCall version) throws Exception {
    Call call =
        version.of(
            EmailAddress.of("anna@example.com"),
            "<p&w>",
            "MBI_KEY_OLD",
            Instant.parse("2024-01-02T03:04:05.678Z"));
    Element envelope = XmlReader.read(call.document().xml().getBytes(StandardCharsets.UTF_8));
    assertThat(envelope.textOf("Username")).contains("anna@example.com");
    assertThat(envelope.textOf("Password")).contains("<p&w>");
    assertThat(envelope.all("Address").map(Element::text))
        .containsExactly(
            "http://Passport.NET/tb",
            "messengerclear.live.com",
            "contacts.msn.com",
            "messenger.msn.com",
            "messengersecure.live.com");
    assertThat(envelope.all("PolicyReference").map(it -> it.attributes().getOrDefault("URI", "")))
        .containsExactly("MBI_KEY_OLD", "MBI", "?id=507", "MBI_SSL");
    assertThat(call.toString()).doesNotContain("p&");
  }

  private static String token(String prefix, String address, String rest) {
    return "<%1$sRequestSecurityTokenResponse><%1$sAppliesTo><EndpointReference><Address> %2$s "
            .formatted(prefix, address)
        + "</Address></EndpointReference></%1$sAppliesTo>".formatted(prefix)
        + rest
        + "</%1$sRequestSecurityTokenResponse>".formatted(prefix);
  }

  private static String ticket(String word) {
    return "<RequestedSecurityToken><BinarySecurityToken Id=\"Compact1\">%s</BinarySecurityToken>"
            .formatted(word)
        + "</RequestedSecurityToken>";
  }

  private static String secret(String word) {
    return "<RequestedProofToken><BinarySecret>%s</BinarySecret></RequestedProofToken>"
        .formatted(word);
  }

  private static byte[] answer(String body) {
    return Documents.bytes(
        "<S:Envelope xmlns:S=\"urn:s\" xmlns:wst=\"urn:t\"><S:Body>"
            + body
            + "</S:Body></S:Envelope>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wst:"})
  void ticketsAreKnownByTheirSites(String prefix) throws Exception {
    String collection =
        token(prefix, "http://Passport.NET/tb", secret("b3RoZXI="))
            + "\n  "
            + token(
                prefix,
                "MessengerClear.live.com",
                ticket("t=abc&amp;p=12") + secret(" " + SECRET + "\n"))
            + token(prefix, "contacts.msn.com", ticket("t=def&amp;p="));
    assertThat(
            Tokens.read(
                answer(
                    "<%1$sRequestSecurityTokenResponseCollection>".formatted(prefix)
                        + collection
                        + "</%1$sRequestSecurityTokenResponseCollection>".formatted(prefix))))
        .isEqualTo(
            new Tokens.Given(
                Map.of("messengerclear.live.com", "t=abc&p=12", "contacts.msn.com", "t=def&p="),
                Optional.of(SECRET)));
  }

  @Test
  void aTicketThatWouldBreakALineIsNone() {
    for (String word : new String[] {"t=a b", "t=a&#13;&#10;OUT", "", "t=ä"}) {
      assertThatThrownBy(
              () -> Tokens.read(answer(token("", "messengerclear.live.com", ticket(word)))))
          .isInstanceOf(MalformedXml.class);
    }
  }

  @Test
  void aSecretThatIsNoneIsLeftOut() throws Exception {
    assertThat(
            Tokens.read(
                answer(token("", "messengerclear.live.com", ticket("t=a&amp;p=") + secret("*")))))
        .isEqualTo(new Tokens.Given(Map.of("messengerclear.live.com", "t=a&p="), Optional.empty()));
  }

  @Test
  void refusalsAreToldApart() throws Exception {
    assertThat(
            Tokens.read(
                Documents.bytes(
                    "<S:Envelope xmlns:S='urn:s' xmlns:wsse='urn:w'><S:Header/><S:Fault>"
                        + "<faultcode>wsse:FailedAuthentication</faultcode>"
                        + "<faultstring>Authentication Failure</faultstring></S:Fault>"
                        + "</S:Envelope>")))
        .isEqualTo(new Tokens.WrongPassword());
    assertThat(
            Tokens.read(
                answer(
                    "<S:Fault><S:Code><S:Value>S:Sender</S:Value></S:Code><S:Detail><error>"
                        + "<value>0x80048821</value></error></S:Detail></S:Fault>")))
        .isEqualTo(new Tokens.WrongPassword());
    assertThat(
            Tokens.read(
                Documents.bytes(
                    "<S:Envelope xmlns:S='urn:s' xmlns:psf='urn:p'><S:Fault>"
                        + "<faultcode>psf:Redirect</faultcode>"
                        + "<psf:redirectUrl>https://other.example/RST.srf</psf:redirectUrl>"
                        + "</S:Fault></S:Envelope>")))
        .isEqualTo(new Tokens.Elsewhere("https://other.example/RST.srf"));
    assertThat(
            Tokens.read(
                answer(
                    "<S:Fault><faultcode>S:Client</faultcode><faultstring>Invalid Request"
                        + "</faultstring></S:Fault>")))
        .isEqualTo(new Tokens.Refused("Client Invalid Request"));
  }
}
