package im.chrysalis.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

  @ParameterizedTest
  @CsvSource({"1, 1, 2", "2, 2, 4", "3, 4, 8", "5, 16, 32", "6, 30, 60", "1000000, 30, 60"})
  void waitsDoubleUpToTheLongest(int failures, int least, int most) {
    for (int i = 0; i < 100; i++) {
      assertThat(Backoff.DEFAULT.after(failures, random))
          .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }
  }

  @Test
  void twoClientsHardlyEverWaitEquallyLong() {
    assertThat(
            random
                .longs(50)
                .map(_ -> Backoff.DEFAULT.after(6, random).toMillis())
                .distinct()
                .count())
        .isGreaterThan(40);
  }
}
