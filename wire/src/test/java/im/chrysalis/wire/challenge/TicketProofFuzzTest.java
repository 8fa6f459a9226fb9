package im.chrysalis.wire.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

class TicketProofFuzzTest {
  private static final byte[] SECRET = new byte[24];
  private static final String NONCE = "A".repeat(64);

  /** Any word is a wrong proof, in base64 or not. */
  @FuzzTest(maxDuration = "1m")
  void nothingIsAProofByChance(byte[] bytes) {
    String word = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(TicketProof.matches(word, SECRET, NONCE)).isFalse();
    String base64 = Base64.getEncoder().encodeToString(bytes);
    assertThat(TicketProof.matches(base64, SECRET, NONCE)).isFalse();
  }
}
