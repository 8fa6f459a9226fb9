package im.chrysalis.server.web.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import im.chrysalis.wire.xml.Template;
import java.nio.charset.StandardCharsets;

class EnvelopeFuzzTest {
  private static final Template ROUND =
      Template.of("<Envelope><Body><a b=\"{b}\">{text}</a></Body></Envelope>");

  @FuzzTest(maxDuration = "1m")
  void anyBytesAreAnEnvelopeOrMalformed(byte[] bytes) {
    try {
      assertThat(Envelope.read(bytes).operation().name()).isNotEmpty();
    } catch (MalformedXml expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
  }

  @FuzzTest(maxDuration = "1m")
  void anyTextCanBeWrittenAndRead(byte[] bytes) throws Exception {
    String text = new String(bytes, StandardCharsets.UTF_16);
    String xml = ROUND.fill(text, text).xml();
    Element read = Envelope.read(xml.getBytes(StandardCharsets.UTF_8)).operation();
    String kept =
        text.codePoints()
            .filter(c -> c >= ' ' || c == '\t' || c == '\n' || c == '\r')
            .filter(c -> (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(read.stripped()).isEqualTo(kept.strip());
  }
}
