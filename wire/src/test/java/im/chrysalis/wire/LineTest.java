package im.chrysalis.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.chrysalis.values.EmailAddress;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineTest {
  @Test
  void ownsTheSpacesTheLineEndAndTheLength() {
    Line line =
        Line.of("MSG", new TrId(4)).word("A").payload("Hällo".getBytes(StandardCharsets.UTF_8));
    String expected = "MSG 4 A 6\r\nH\u00c3\u00a4llo";

    assertThat(new String(line.bytes(), StandardCharsets.ISO_8859_1)).isEqualTo(expected);

    ByteBuf out = Unpooled.buffer();
    line.writeTo(out);
    assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(expected);
  }

  @Test
  void writesAddressesSoThatTheyFitTheLine() {
    assertThat(Line.of("FLN").word(EmailAddress.of("jörg@example.com")))
        .hasToString("FLN j%C3%B6rg@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\rb", "a\nb", "a\0b", "ł"})
  void refusesWordsThatWouldBreakIt(String word) {
    assertThatIllegalArgumentException().isThrownBy(() -> Line.of("CHG").word(word));
  }
}
