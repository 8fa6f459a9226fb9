package im.chrysalis.server.web.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class XmlTemplateTest {
  @Test
  void lineBreaksAndIndentationAreForReadersOnly() {
    String laidOut =
        """
        <a
            x="1"
            y="{y}">
          <b>{b}</b>
          {{more}}
          <c></c>
        </a>
        """;
    assertThat(XmlTemplate.of(laidOut).fill(Map.of("y", "2", "b", "two words", "more", "<m/>")))
        .isEqualTo("<a x=\"1\" y=\"2\"><b>two words</b><m/><c></c></a>");
  }

  @Test
  void textIsEscapedAndXmlIsNot() {
    assertThat(
            XmlTemplate.of("<a b=\"{text}\">{text}{{xml}}</a>")
                .fill(Map.of("text", "<&>\"'$1\\\u0000\uD800♥", "xml", "<$1\\>")))
        .isEqualTo(
            "<a b=\"&lt;&amp;&gt;&quot;&apos;$1\\♥\">&lt;&amp;&gt;&quot;&apos;$1\\♥<$1\\></a>");
  }

  @Test
  void aGapIsNeverFilledFromAValue() {
    assertThat(XmlTemplate.of("<a>{a}</a>").fill(Map.of("a", "{b}", "b", "x")))
        .isEqualTo("<a>{b}</a>");
  }

  @Test
  void aMissingValueIsAFault() {
    assertThatThrownBy(() -> XmlTemplate.of("{a}").fill(Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }
}
