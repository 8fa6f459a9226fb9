package im.chrysalis.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class StampFuzzTest {
  /** Any text is a stamp or none, and the version of one can be written as a stamp again. */
  @FuzzTest(maxDuration = "1m")
  void anyTextIsAStampOrNone(byte[] bytes) {
    Stamp.version(new String(bytes, StandardCharsets.ISO_8859_1))
        .ifPresent(version -> assertThat(Stamp.version(Stamp.of(version))).hasValue(version));
  }
}
