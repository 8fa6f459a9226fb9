package im.chrysalis.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
  @Test
  void hasSevenDigitsAndANegativeOffset() {
    assertThat(Stamp.of(27)).isEqualTo("2005-04-22T17:00:00.0270000-07:00");
    assertThat(Stamp.of(0)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}-07:00");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 27, 4_294_967_295L})
  void tellsItsVersionAgain(long version) {
    assertThat(Stamp.version(Stamp.of(version))).hasValue(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "27", "1999-01-01T00:00:00Z", "2005-04-23"})
  void anythingElseIsNoVersion(String text) {
    assertThat(Stamp.version(text)).isEmpty();
  }
}
