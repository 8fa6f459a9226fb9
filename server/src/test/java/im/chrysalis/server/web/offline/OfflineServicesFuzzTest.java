package im.chrysalis.server.web.offline;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.server.web.soap.Envelope;
import im.chrysalis.server.web.soap.MalformedEnvelope;

class OfflineServicesFuzzTest {
  /** Any bytes are an envelope or malformed, and nothing of them is said again. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreAnEnvelopeOrMalformed(byte[] bytes) {
    try {
      assertThat(Envelope.read(bytes).operation().name()).isNotEmpty();
    } catch (MalformedEnvelope malformed) {
      assertThat(malformed).hasMessageNotContaining("null");
    }
  }
}
