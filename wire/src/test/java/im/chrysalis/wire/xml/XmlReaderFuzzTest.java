package im.chrysalis.wire.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class XmlReaderFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void anyBytesAreADocumentOrMalformed(byte[] bytes) {
    try {
      assertThat(XmlReader.read(bytes).name()).isNotEmpty();
    } catch (MalformedXml malformed) {
      assertThat(malformed).hasMessageNotContaining("null");
    }
  }
}
