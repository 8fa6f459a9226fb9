package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.MalformedCommand;
import java.nio.charset.StandardCharsets;

class OfflineTextFuzzTest {
  /** Whatever is handed over is a text that can be handed on, or malformed. */
  @FuzzTest(maxDuration = "1m")
  void anyContentIsATextOrMalformed(byte[] content) {
    OfflineText text;
    try {
      text = OfflineText.read(new String(content, StandardCharsets.UTF_8));
    } catch (MalformedCommand malformed) {
      return;
    }
    try {
      assertThat(OfflineText.of(MimeMessage.read(text.message().bytes()))).isEqualTo(text);
    } catch (MalformedCommand malformed) {
      throw new AssertionError("what was written can't be read", malformed);
    }
  }
}
