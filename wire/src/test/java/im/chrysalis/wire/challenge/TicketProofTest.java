package im.chrysalis.wire.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketProofTest {
  private static final String SECRET_A = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcY";
  private static final String NONCE_A =
      "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v";
  private static final String PROOF_A =
      "HAAAAAEAAAADZgAABIAAAAgAAAAUAAAASAAAAAABAgMEBQYHisLUw7OQDVEuB5SOlpaAK7pz0BOL4WzrEEhGoF4h"
          + "1GD0A5IjI9faa7L5AILcfKglFfST/cYSUxAEzIiROaLvfSMv+wCp/B9yHSv3+xV+H+dJG/+5D7SoGPJoQuY=";
  private static final String SECRET_B = "oKGio6SlpqeoqaqrrK2ur7CxsrO0tba3";
  private static final String NONCE_B =
      "42TMpFex8HEUad01cEvEBkYTztqc8QPpbzbIruP0Exl0onoprM4cDf+qN7ascfW4";
  private static final String PROOF_B =
      "HAAAAAEAAAADZgAABIAAAAgAAAAUAAAASAAAAPDh0sO0pZaHUzdQgsL++7fSe4/fjzw1pL/ZwP3YE/MEhMwpocCk"
          + "kpfan6vvShYwoyxmI0VaREVfFRLqkbZJJa6vE80sid18+IE7QT4cfuJkFyXy0cqxAgb/xg14nsOa/ZcgDaI=";

  private static byte[] secret(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  @Test
  void isMadeAsClientsMakeIt() {
    assertThat(TicketProof.of(secret(SECRET_A), NONCE_A, hex("0001020304050607")))
        .isEqualTo(PROOF_A);
    assertThat(TicketProof.of(secret(SECRET_B), NONCE_B, hex("f0e1d2c3b4a59687")))
        .isEqualTo(PROOF_B);
  }

  @Test
  void isRightForItsSecretAndItsNonceOnly() {
    assertThat(TicketProof.matches(PROOF_A, secret(SECRET_A), NONCE_A)).isTrue();
    assertThat(TicketProof.matches(PROOF_B, secret(SECRET_B), NONCE_B)).isTrue();
    assertThat(TicketProof.matches(PROOF_A, secret(SECRET_B), NONCE_A)).isFalse();
    assertThat(TicketProof.matches(PROOF_A, secret(SECRET_A), NONCE_B)).isFalse();
  }

  @Test
  void isWrongWhereverABitIsChanged() {
    byte[] proof = Base64.getDecoder().decode(PROOF_A);
    for (int i = 0; i < proof.length; i++) {
      byte[] changed = proof.clone();
      changed[i] ^= 1;
      assertThat(TicketProof.matches(text(changed), secret(SECRET_A), NONCE_A)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "!", "HAAAAA==", "AAAA"})
  void whatIsNoProofIsAWrongOne(String proof) {
    assertThat(TicketProof.matches(proof, secret(SECRET_A), NONCE_A)).isFalse();
  }

  @Test
  void bothSidesAgreeOnAFreshNonce() {
    Random random = new Random(7);
    String nonce = TicketProof.freshNonce(random);
    assertThat(nonce).hasSize(64).isNotEqualTo(TicketProof.freshNonce(random));
    String proof = TicketProof.of(secret(SECRET_B), nonce, random);
    assertThat(proof).hasSize(172);
    assertThat(TicketProof.matches(proof, secret(SECRET_B), nonce)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "SESSION KEY HASH,       faab032d0b0b0e5c3b236294ac9070e62b429cc75f630d8f",
    "SESSION KEY ENCRYPTION, 6a09297162f557689b17565a605833abcd9be06386559ffa",
  })
  void keysFollowFromTheSecret(String label, String key) {
    assertThat(DerivedKey.of(secret(SECRET_A), label)).isEqualTo(hex(key));
  }

  @Test
  void theKeyOfARenewalFollowsFromItsNonce() {
    byte[] nonce = secret("QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZX");
    byte[] key = DerivedKey.of(secret(SECRET_A), nonce);
    assertThat(key).isEqualTo(hex("6464d9a0e3b18f4875a1aa1bb75a0b21c5c9706b3f0e2d67"));
    assertThat(DerivedKey.hmac(key, "abc".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(hex("d4d98f464438d5cf5d513d0ac659203c44f7630a"));
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
