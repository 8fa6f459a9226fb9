package im.chrysalis.wire.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasswordProofTest {
  private static final String CHALLENGE = "1013928519.693957190";
  private static final String PROOF = "0dc38e0c96e5ef37eb9451a0b2d5aaf9";

  @Test
  void isTheHashOfChallengeAndPassword() {
    assertThat(PasswordProof.of(CHALLENGE, "secret")).isEqualTo(PROOF);
  }

  @Test
  void isComparedInEitherCase() {
    assertThat(PasswordProof.matches(PROOF, CHALLENGE, "secret")).isTrue();
    assertThat(PasswordProof.matches(PROOF.toUpperCase(), CHALLENGE, "secret")).isTrue();
    assertThat(PasswordProof.matches(PROOF, CHALLENGE, "Secret")).isFalse();
    assertThat(PasswordProof.matches("", CHALLENGE, "secret")).isFalse();
    assertThat(PasswordProof.matches(PROOF.substring(1), CHALLENGE, "secret")).isFalse();
  }

  @Test
  void challengesAre20DigitsAndDifferEachTime() {
    Random random = new Random(7);
    assertThat(Stream.generate(() -> Challenges.fresh(random)).limit(1000))
        .allMatch(challenge -> challenge.matches("[1-9][0-9]{19}"))
        .doesNotHaveDuplicates();
  }
}
