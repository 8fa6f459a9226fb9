package im.chrysalis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.values.Status;
import im.chrysalis.wire.dialect.Dialect;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void withoutAWishAllVersionsAreOffered() {
    assertThat(Options.DEFAULT.offered()).isEqualTo(Options.DIALECTS);
  }

  @Test
  void noneNewerThanTheNewestIsOffered() {
    assertThat(Options.DEFAULT.newest(Dialect.MSNP18).offered())
        .startsWith(Dialect.MSNP18)
        .endsWith(Dialect.MSNP2)
        .doesNotContain(Dialect.MSNP21);
  }

  @Test
  void theOnlyVersionIsTheOnlyOneWhateverTheNewest() {
    Options options = Options.DEFAULT.newest(Dialect.MSNP18).dialect(Dialect.MSNP21);
    assertThat(options.offered()).containsExactly(Dialect.MSNP21);
    assertThat(options.newest(Dialect.MSNP7).offered()).containsExactly(Dialect.MSNP21);
  }

  @Test
  void nobodyBeginsOffline() {
    assertThatThrownBy(() -> Options.DEFAULT.status(Status.OFFLINE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
