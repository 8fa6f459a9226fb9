package im.chrysalis.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
  // made by the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ" + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void readsWhatTheReferenceImplementationWrites() {
    PasswordHash hash = PasswordHash.parse(REFERENCE).orElseThrow();
    assertThat(hash.matches("password")).isTrue();
    assertThat(hash.matches("Password")).isFalse();
    assertThat(hash).hasToString(REFERENCE);
  }

  @Test
  void aNewHashHasTheCostThatTheDesignAsksFor() {
    assertThat(PasswordHash.of("password", HashStrength.NORMAL).toString())
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void twoHashesOfOnePasswordDiffer() {
    assertThat(PasswordHash.of("password", HashStrength.TEST).toString())
        .isNotEqualTo(PasswordHash.of("password", HashStrength.TEST).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$2b$12$abcdefghijklmnopqrstuv",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
      })
  void whatIsNoHashOrTooCostlyIsNotTaken(String text) {
    assertThat(PasswordHash.parse(text)).isEmpty();
  }
}
