package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.wire.payload.TextFormat.Effect;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatTest {
  @Test
  void readsAndWritesWhatAClientSends() {
    TextFormat format =
        new TextFormat(
            "MS Shell Dlg", Set.of(Effect.ITALIC, Effect.BOLD), 0x00FF00, 0, 0x22, false);
    String value = "FN=MS%20Shell%20Dlg; EF=BI; CO=ff00; CS=0; PF=22";

    assertThat(TextFormat.read(value)).isEqualTo(format);
    assertThat(format.value()).isEqualTo(value);
  }

  @Test
  void coloursAreBlueGreenRedOnTheWire() {
    assertThat(TextFormat.read("CO=800000").colour()).isEqualTo(0x000080);
    assertThat(TextFormat.read("CO=ff").colour()).isEqualTo(0xFF0000);
    assertThat(new TextFormat("a", Set.of(), 0x123456, 0x86, 0, true).value())
        .isEqualTo("FN=a; EF=; CO=563412; CS=86; PF=0; RL=1");
  }

  @Test
  void everythingComesBack() {
    TextFormat format =
        new TextFormat("Ärial; =%", Set.of(Effect.values()), 0xABCDEF, 0xFF, 0xFF, true);
    assertThat(TextFormat.read(format.value())).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";;;", "=", "CO=red; CS=100; PF=-1", "CO=1000000; CS=fffffffff", "x"})
  void whatMakesNoSenseIsPlain(String value) {
    assertThat(TextFormat.read(value)).isEqualTo(TextFormat.PLAIN);
  }

  @Test
  void theOrderAndCaseOfItsPartsDoNotMatter() {
    assertThat(TextFormat.read("ef=u;fn=Arial ; co=0"))
        .isEqualTo(new TextFormat("Arial", Set.of(Effect.UNDERLINED), 0, 0, 0x22, false));
  }
}
