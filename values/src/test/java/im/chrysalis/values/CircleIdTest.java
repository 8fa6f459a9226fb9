package im.chrysalis.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircleIdTest {
  private static final CircleId FRIENDS = new CircleId(0x1234_5678_9ABCL);

  @Test
  void isWrittenInLowerCaseWithoutBraces() {
    assertThat(FRIENDS).hasToString("00000000-0000-0000-0009-123456789abc");
    assertThat(FRIENDS.address()).isEqualTo("00000000-0000-0000-0009-123456789abc@live.com");
    assertThat(new CircleId(1)).hasToString("00000000-0000-0000-0009-000000000001");
    assertThat(new CircleId(CircleId.MAX)).hasToString("00000000-0000-0000-0009-ffffffffffff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0009-123456789abc",
        "00000000-0000-0000-0009-123456789ABC",
        "{00000000-0000-0000-0009-123456789abc}",
        "00000000-0000-0000-0009-123456789abc@live.com",
        "00000000-0000-0000-0009-123456789ABC@LIVE.COM"
      })
  void isReadInEitherCaseWithOrWithoutBracesAndHost(String text) {
    assertThat(CircleId.parse(text)).contains(FRIENDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "@live.com",
        "00000000-0000-0000-0009-000000000000",
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-000a-123456789abc",
        "00000000-0000-0000-8009-123456789abc",
        "00000001-0000-0000-0009-123456789abc",
        "00000000-0000-0000-0009-123456789abc@example.com",
        "00000000-0000-0000-0009-123456789abc@live.com@live.com",
        "00000000-0000-0000-0009-123456789ab",
        "{00000000-0000-0000-0009-123456789abc",
        "123456789abc"
      })
  void nothingElseStandsForACircle(String text) {
    assertThat(CircleId.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, CircleId.MAX + 1, Long.MIN_VALUE})
  void otherNumbersAreNoCircles(long number) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CircleId(number));
  }
}
