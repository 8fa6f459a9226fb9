package im.chrysalis.server.web.passport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class PassportHeaderFuzzTest {
  /** Any field has credentials or none. */
  @FuzzTest(maxDuration = "1m")
  void anyFieldHasCredentialsOrNone(byte[] bytes) {
    String field = new String(bytes, StandardCharsets.ISO_8859_1);
    PassportHeader.read(field)
        .ifPresent(it -> assertThat(field.toLowerCase(java.util.Locale.ROOT)).contains("pwd"));
    PassportHeader.read("Passport1.4 sign-in=a,pwd=b," + field)
        .ifPresent(it -> assertThat(it).isEqualTo(new PassportHeader("a", "b")));
  }
}
