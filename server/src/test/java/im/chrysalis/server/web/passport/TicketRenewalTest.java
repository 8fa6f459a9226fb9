package im.chrysalis.server.web.passport;

import static im.chrysalis.server.web.passport.Desk.between;
import static im.chrysalis.server.web.passport.Desk.text;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Ticket;
import im.chrysalis.wire.challenge.DerivedKey;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.XmlReader;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketRenewalTest {
  private static final String FAULT = "<faultcode>wsse:FailedAuthentication</faultcode>";

  private final Desk desk = new Desk();
  private String token = "";

  @BeforeEach
  void withATicket() {
    String answer = text(desk.post("/RST.srf", Requests.libpurple("sesame &amp; &lt;co&gt;")));
    token = between(answer, "<CipherValue>", "</CipherValue>").getFirst();
  }

  private String renew(String presented) {
    return text(desk.post("/RST.srf", Requests.renewal(presented)));
  }

  @Test
  void whoKnowsTheSecretReadsAnotherTicket() throws Exception {
    String answer = renew(token);
    byte[] nonce = base64(between(answer, "<wssc:Nonce>", "</wssc:Nonce>").getFirst());
    byte[] cipher = base64(between(answer, "<CipherValue>", "</CipherValue>").getFirst());
    Element tokens = XmlReader.read(decrypted(desk.ticket(1), nonce, cipher));
    assertThat(tokens.name()).isEqualTo("RequestSecurityTokenResponseCollection");
    assertThat(tokens.textOf("Address")).contains("contacts.msn.com");
    assertThat(tokens.textOf("BinarySecurityToken")).contains(desk.ticket(2).text());
    assertThat(answer).doesNotContain(desk.ticket(2).id().word());
  }

  /** As libpurple does: up to the first NUL. */
  private static byte[] decrypted(Ticket ticket, byte[] nonce, byte[] text) throws Exception {
    Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
    byte[] key = DerivedKey.of(ticket.renewal().bytes(), nonce);
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "DESede"), new IvParameterSpec(new byte[8]));
    byte[] plain = cipher.doFinal(text);
    int end = 0;
    while (plain[end] != 0) {
      end++;
    }
    assertThat((int) plain[plain.length - 1]).isEqualTo(plain.length - end);
    return Arrays.copyOf(plain, end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a b=''/>", "<a b='1'/>", "<a b='12'/>", "<a b='1234567'/>"})
  void aTextOfAnyLengthEndsWithANul(String xml) throws Exception {
    byte[] key = new byte[24];
    byte[] closed = TicketRenewal.encrypted(key, xml);
    Cipher cipher = Cipher.getInstance("DESede/CBC/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "DESede"), new IvParameterSpec(new byte[8]));
    byte[] plain = cipher.doFinal(closed);
    int fill = plain[plain.length - 1];
    assertThat(fill).isBetween(2, 8);
    assertThat(plain[plain.length - fill]).isZero();
  }

  @Test
  void theTicketAloneIsNotEnough() {
    byte[] forged = new byte[24 + 43];
    byte[] id = base64(token);
    System.arraycopy(id, 24, forged, 24, 43);
    assertThat(renew(Base64.getEncoder().encodeToString(forged))).contains(FAULT);
    assertThat(desk.tickets).hasSize(1);
  }

  @Test
  void aTicketThatHasEndedIsNotRenewed() {
    desk.tickets.clear();
    assertThat(renew(token)).contains(FAULT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAAA", "t=x&amp;p="})
  void whatIsNoTokenIsRefused(String presented) {
    assertThat(renew(presented)).contains(FAULT);
  }

  @Test
  void theSecondVersionAsksForThePasswordAgain() {
    assertThat(text(desk.post("/RST2.srf", Requests.renewal(token))))
        .contains("wst:FailedAuthentication");
  }

  private static byte[] base64(String text) {
    return Base64.getDecoder().decode(text);
  }
}
