package im.chrysalis.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class EncodedTextFuzzTest {
  /** Any word can be read, and what was read can be encoded and read again. */
  @FuzzTest(maxDuration = "1m")
  void everyWordHasAText(byte[] bytes) {
    String text = EncodedText.raw(new String(bytes, StandardCharsets.ISO_8859_1)).text();

    assertThat(EncodedText.of(text).text()).isEqualTo(text);
    assertThat(EncodedText.strict(text).text()).isEqualTo(text);
  }
}
