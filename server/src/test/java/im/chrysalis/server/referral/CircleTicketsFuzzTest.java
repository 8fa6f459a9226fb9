package im.chrysalis.server.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.domain.time.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

class CircleTicketsFuzzTest {
  private final CircleTickets tickets =
      new CircleTickets(
          new byte[32],
          new Timer() {
            @Override
            public Instant now() {
              return Instant.EPOCH;
            }

            @Override
            public Cancel after(Duration delay, Runnable what) {
              return () -> {};
            }
          });

  /** Nobody makes up a ticket, whether the bytes are shown as they are or as base64. */
  @FuzzTest(maxDuration = "1m")
  void noBytesAreATicket(byte[] bytes) {
    assertThat(tickets.redeem(new String(bytes, StandardCharsets.ISO_8859_1))).isEmpty();
    assertThat(tickets.redeem(Base64.getEncoder().encodeToString(bytes))).isEmpty();
  }
}
