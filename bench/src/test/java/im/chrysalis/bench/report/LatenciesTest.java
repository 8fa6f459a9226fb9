package im.chrysalis.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void percentilesAreRightToTwoPercentFromMicrosecondsToMinutes() {
    for (long unit = 1_000; unit <= 1_000_000_000L; unit *= 10) {
      Latencies latencies = new Latencies();
      for (int i = 1; i <= 1000; i++) latencies.record(i * unit);

      assertThat(latencies.microseconds(0.5)).isCloseTo(500 * unit / 1e3, withPercentage(1.6));
      assertThat(latencies.microseconds(0.99)).isCloseTo(990 * unit / 1e3, withPercentage(1.6));
      assertThat(latencies.microseconds(1)).isCloseTo(1000 * unit / 1e3, withPercentage(1.6));
    }
  }

  @Test
  void oneOutlierShowsOnlyAtTheEnd() {
    Latencies latencies = new Latencies();
    for (int i = 0; i < 999; i++) latencies.record(10_000);
    latencies.record(5_000_000);

    assertThat(latencies.microseconds(0.99)).isCloseTo(10, withPercentage(1.6));
    assertThat(latencies.microseconds(0.9999)).isCloseTo(5_000, withPercentage(1.6));
  }

  @Test
  void whatOthersCountedIsAdded() {
    Latencies all = new Latencies();
    Latencies more = new Latencies();
    all.record(1_000);
    more.record(3_000);
    all.add(more);

    assertThat(all.count()).isEqualTo(2);
    assertThat(all.microseconds(1)).isCloseTo(3, withPercentage(1.6));
  }

  @Test
  void nothingRecordedIsZero() {
    assertThat(new Latencies().microseconds(0.5)).isZero();
  }
}
