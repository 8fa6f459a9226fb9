package im.chrysalis.wire.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectTest {
  @Test
  void choosesTheNewestThatBothSpeakWhateverTheOrderAndCase() {
    assertThat(Dialect.newestOf(List.of("MSNP4", "msnp6", "MSNP5", "CVR0")))
        .contains(Dialect.MSNP6);
    assertThat(Dialect.newestOf(List.of("MSNP99", "MSNP2"))).contains(Dialect.MSNP2);
    assertThat(Dialect.newestOf(List.of("MSNP1", "CVR0"))).isEmpty();
    assertThat(Dialect.newestOf(List.of())).isEmpty();
  }

  @Test
  void isFoundByItsName() {
    assertThat(Dialect.SPOKEN)
        .allSatisfy(dialect -> assertThat(Dialect.ofName(dialect.name())).contains(dialect));
  }

  @Test
  void theNewestStandsFirst() {
    assertThat(Dialect.SPOKEN)
        .isSortedAccordingTo(Comparator.comparingInt(Dialect::number).reversed());
  }
}
