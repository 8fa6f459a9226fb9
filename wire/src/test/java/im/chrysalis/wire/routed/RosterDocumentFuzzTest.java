package im.chrysalis.wire.routed;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.MalformedCommand;

class RosterDocumentFuzzTest {
  /** Any bytes are a document or malformed, and a document is read again as it was. */
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreADocumentOrMalformed(byte[] bytes) {
    RosterDocument document;
    try {
      document = RosterDocument.read(bytes);
    } catch (MalformedCommand malformed) {
      assertThat(malformed).hasMessageNotContaining("null");
      return;
    }
    assertThat(readAgain(document)).isEqualTo(document);
  }

  private static RosterDocument readAgain(RosterDocument document) {
    try {
      return RosterDocument.read(document.bytes());
    } catch (MalformedCommand malformed) {
      throw new AssertionError("what was written can't be read", malformed);
    }
  }
}
