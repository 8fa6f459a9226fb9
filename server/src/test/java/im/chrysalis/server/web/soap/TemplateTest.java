package im.chrysalis.server.web.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void whatXmlCantHoldIsLeftOut() {
    assertThat(Markup.text("a\u0000\u0008\uD800b\uFFFE\uFFFF\uDC00c \uD83D\uDE00\t").xml())
        .isEqualTo("abc \uD83D\uDE00\t");
  }

  @Test
  void aValueTooManyOrTooFewIsAMistake() {
    Template template = Template.of("<a>{x}</a>");
    assertThatThrownBy(template::fill).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> template.fill(1, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
