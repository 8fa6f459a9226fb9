package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand;
import java.nio.charset.StandardCharsets;

class MsnObjectFuzzTest {
  /** Any word is a description or malformed, and a description can be written and read again. */
  @FuzzTest(maxDuration = "1m")
  void anyWordIsADescriptionOrMalformed(byte[] bytes) {
    MsnObject read;
    try {
      read = MsnObject.read(EncodedText.raw(new String(bytes, StandardCharsets.ISO_8859_1)));
    } catch (MalformedCommand malformed) {
      assertThat(malformed).hasMessageNotContaining("null");
      return;
    }
    try {
      assertThat(MsnObject.read(MsnObject.read(read.word()).word())).isEqualTo(read);
    } catch (MalformedCommand malformed) {
      assertThat(read.toString().length()).isGreaterThan(4096); // escapes make it longer
    }
  }
}
