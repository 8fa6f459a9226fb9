package im.chrysalis.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.time.Timer;
import im.chrysalis.values.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircleTicketsTest {
  private static final AccountId ANNA = new AccountId(10_001);

  private final Clock clock = new Clock();
  private final CircleTickets tickets = new CircleTickets(new byte[32], clock);

  private static final class Clock implements Timer {
    private Instant now = Instant.parse("2026-01-31T12:00:00.5Z");

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Cancel after(Duration delay, Runnable what) {
      return () -> {};
    }
  }

  private static String shown(String ticket) {
    return Base64.getEncoder().encodeToString(ticket.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTicketIsTheTextOfAnXmlDocumentAndSaysForWhomItIs() {
    String ticket = tickets.issue(ANNA);
    assertThat(ticket)
        .matches(
            "<\\?xml version=\"1\\.0\" encoding=\"utf-16\"\\?><SignedTicket ver=\"1\" keyVer=\"1\">"
                + "<Data>[A-Za-z0-9+/]+=*</Data><Sig>[A-Za-z0-9+/]+=*</Sig></SignedTicket>");
    assertThat(shown(ticket)).hasSizeLessThan(500);
    assertThat(tickets.redeem(shown(ticket))).contains(ANNA);
    assertThat(tickets.redeem(shown(ticket))).as("twice, by two places").contains(ANNA);
  }

  @Test
  void otherNodesWithTheSameKeyKnowItAndOtherNetworksDoNot() {
    String ticket = shown(tickets.issue(ANNA));
    assertThat(new CircleTickets(new byte[32], clock).redeem(ticket)).contains(ANNA);
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(new CircleTickets(other, clock).redeem(ticket)).isEmpty();
  }

  @Test
  void aTicketHoldsForADay() {
    String ticket = shown(tickets.issue(ANNA));
    clock.now = clock.now.plus(CircleTickets.LIFETIME).minusSeconds(1);
    assertThat(tickets.redeem(ticket)).contains(ANNA);
    clock.now = clock.now.plusSeconds(2);
    assertThat(tickets.redeem(ticket)).isEmpty();
  }

  @Test
  void whoeverChangesATicketBreaksItsSeal() {
    String ticket = tickets.issue(ANNA);
    String data = ticket.replaceFirst(".*<Data>", "").replaceFirst("</Data>.*", "");
    String said = new String(Base64.getDecoder().decode(data), StandardCharsets.US_ASCII);
    String forged =
        Base64.getEncoder()
            .encodeToString(said.replace("10001", "10002").getBytes(StandardCharsets.US_ASCII));
    assertThat(forged).isNotEqualTo(data);
    assertThat(tickets.redeem(shown(ticket.replace(data, forged)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "AAAA",
        "PFNpZ25lZFRpY2tldD4=",
        "PERhdGE+QUFBQTwvRGF0YT48U2lnPkFBQUE8L1NpZz48L1NpZ25lZFRpY2tldD4=",
        "PERhdGE+QTwvRGF0YT48U2lnPkE8L1NpZz48L1NpZ25lZFRpY2tldD4="
      })
  void whatIsNoTicketIsNone(String text) {
    assertThat(tickets.redeem(text)).isEmpty();
  }

  @Test
  void nobodyIsMadeToReadEndlessTickets() {
    assertThat(tickets.redeem("A".repeat(1_000_000))).isEmpty();
  }
}
