package im.chrysalis.wire.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void linesAreJoinedAndTextIsEscaped() {
    Template template =
        Template.of(
            """
            <a>
              <b x="{x}">{text}</b>
              {more}
            </a>
            """);
    assertThat(template.fill("'\"", "1 < 2 & 3 > 2\r\n", new Markup("<c/>")).xml())
        .isEqualTo("<a><b x=\"&apos;&quot;\">1 &lt; 2 &amp; 3 &gt; 2&#13;\n</b><c/></a>");
  }

  @Test
  void aLineBreakWithinATagPartsAttributes() {
    String laidOut =
        """
        <a
            x="1"
            y="{y}">
          <b>{b}</b>
          {more}
          <c></c>
        </a>
        """;
    assertThat(
            Template.of(laidOut)
                .fillByName(Map.of("y", 2, "b", "two words", "more", new Markup("<m/>")))
                .xml())
        .isEqualTo("<a x=\"1\" y=\"2\"><b>two words</b><m/><c></c></a>");
  }

  @Test
  void textIsEscapedAndMarkupIsNot() {
    assertThat(
            Template.of("<a b=\"{text}\">{text}{xml}</a>")
                .fillByName(Map.of("text", "<&>\"'$1\\\u0000\uD800♥", "xml", new Markup("<$1\\>")))
                .xml())
        .isEqualTo(
            "<a b=\"&lt;&amp;&gt;&quot;&apos;$1\\♥\">&lt;&amp;&gt;&quot;&apos;$1\\♥<$1\\></a>");
  }

  @Test
  void whatXmlCantHoldIsLeftOut() {
    assertThat(Markup.text("a\u0000\u0008\uD800b\uFFFE\uFFFF\uDC00c \uD83D\uDE00\t").xml())
        .isEqualTo("abc \uD83D\uDE00\t");
  }

  @Test
  void aHoleIsNeverFilledFromAValue() {
    assertThat(Template.of("<a>{a}</a>").fillByName(Map.of("a", "{b}", "b", "x")).xml())
        .isEqualTo("<a>{b}</a>");
  }

  @Test
  void aValueTooManyOrTooFewIsAMistake() {
    Template template = Template.of("<a>{x}</a>");
    assertThatThrownBy(template::fill).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> template.fill(1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMissingValueIsAFault() {
    assertThatThrownBy(() -> Template.of("{a}").fillByName(Map.of()))
        .isInstanceOf(IllegalStateException.class);
  }
}
