package im.chrysalis.server.web.passport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.xml.MalformedXml;

class TokenRequestFuzzTest {
  /** Any bytes are a request or malformed. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreARequestOrMalformed(byte[] bytes) {
    try {
      assertThat(TokenRequest.read(bytes).wanted()).hasSizeBetween(1, 32);
    } catch (MalformedXml malformed) {
      assertThat(malformed).hasMessageNotContaining("null");
    }
  }
}
