package im.chrysalis.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @Test
  void caseDoesNotMatter() {
    assertThat(EmailAddress.of("Anna@Example.COM")).isEqualTo(EmailAddress.of("anna@example.com"));
    assertThat(EmailAddress.of("Anna@Example.COM").localPart()).isEqualTo("anna");
    assertThat(EmailAddress.of("Anna@Example.COM").domain()).isEqualTo("example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "anna", "@", "anna@", "@b", "a@b@c", "a b@c", "a\t@b", "a@b\r\n", "<a@b>", "a;b@c"
      })
  void whatIsNoAddressIsNone(String text) {
    assertThat(EmailAddress.parse(text)).isEmpty();
    assertThatThrownBy(() -> EmailAddress.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("address");
  }

  @Test
  void anAddressHasAtMost129Bytes() {
    assertThat(EmailAddress.parse("a".repeat(127) + "@b")).isPresent();
    assertThat(EmailAddress.parse("a".repeat(128) + "@b")).isEmpty();
    assertThat(EmailAddress.parse("ä".repeat(64) + "@b")).isEmpty();
  }
}
