package im.chrysalis.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodedTextTest {
  @ParameterizedTest
  @CsvSource({
    "Anna%20B,          Anna B",
    "%c3%a4,            ä",
    "%C3%A4,            ä",
    "1%20(222)%20333,   1 (222) 333",
    "a+b,               a+b",
    "100%,              100%",
    "50%2,              50%2",
    "5%zz,              5%zz",
    "%%20x,             % x",
    "%41,               A",
  })
  void saysWhatTheWordMeans(String word, String text) {
    assertThat(EncodedText.raw(word).text()).isEqualTo(text);
  }

  @Test
  void readsRawBytesOfUtf8() {
    assertThat(EncodedText.raw("J\u00c3\u00b6rg").text()).isEqualTo("Jörg");
  }

  @Test
  void takesWhatIsNotUtf8ForWindows1252() {
    assertThat(EncodedText.raw("J\u00f6rg%80").text()).isEqualTo("Jörg€");
    assertThat(EncodedText.raw("J%F6rg").text()).isEqualTo("Jörg");
  }

  @Test
  void keepsTheWordAsItCame() {
    assertThat(EncodedText.raw("%c3%A4+").word()).isEqualTo("%c3%A4+");
  }

  @Test
  void encodesEverythingButPrintableAscii() {
    assertThat(EncodedText.of("Anna B + 100% ä\r\n\u007f").word())
        .isEqualTo("Anna%20B%20+%20100%25%20%C3%A4%0D%0A%7F");
  }

  @Test
  void encodesStrictlyAllButLettersAndDigits() {
    assertThat(EncodedText.strict("<msnobj a=\"1\"/>").word())
        .isEqualTo("%3Cmsnobj%20a%3D%221%22%2F%3E");
  }

  @Test
  void whatItEncodesFitsALine() {
    String all =
        java.util.stream.IntStream.rangeClosed(0, 0x17F)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(Line.of("REA").word(EncodedText.of(all)).toString())
        .hasSizeGreaterThan(all.length());
    assertThat(EncodedText.of(all).text()).isEqualTo(all);
  }
}
