package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MsnObjectTest {
  private static final EmailAddress ALICE = EmailAddress.of("alice@example.com");
  private static final String TEXT =
      "<msnobj Creator=\"alice@example.com\" Size=\"1024\" Type=\"3\" Location=\"TFR1A2.tmp\""
          + " Friendly=\"AAA=\" SHA1D=\"WwBmnEgNXP+9+ovbqZVhFg8tG3c=\""
          + " SHA1C=\"CqRO5QlmqhtnicE94Htw0lVa+m8=\"/>";
  private static final String WORD =
      "%3Cmsnobj%20Creator%3D%22alice%40example.com%22%20Size%3D%221024%22%20Type%3D%223%22"
          + "%20Location%3D%22TFR1A2.tmp%22%20Friendly%3D%22AAA%3D%22"
          + "%20SHA1D%3D%22WwBmnEgNXP%2B9%2BovbqZVhFg8tG3c%3D%22"
          + "%20SHA1C%3D%22CqRO5QlmqhtnicE94Htw0lVa%2Bm8%3D%22%2F%3E";

  @Test
  void aPictureIsDescribedByItsData() {
    byte[] data = new byte[1024];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) i;
    }
    assertThat(MsnObject.of(ALICE, MsnObject.PICTURE, "TFR1A2.tmp", "", data)).hasToString(TEXT);
  }

  @Test
  void anEmoticonHasAName() throws MalformedCommand {
    byte[] data = "GIF89a-demo".getBytes(StandardCharsets.UTF_8);
    MsnObject wave = MsnObject.of(ALICE, MsnObject.EMOTICON, "TFR7.tmp", "wave", data);
    assertThat(wave.toString()).contains("Friendly=\"dwBhAHYAZQAAAA==\"");
    assertThat(wave.hash()).isEqualTo("CtGCdpw8nTR9kDmz8sIPSLm4+cM=");
    assertThat(MsnObject.read(wave.toString())).isEqualTo(wave);
  }

  @Test
  void presenceCarriesItAsOneWord() throws MalformedCommand {
    MsnObject picture = MsnObject.read(TEXT);
    assertThat(MsnObject.read(EncodedText.raw(WORD))).isEqualTo(picture);
    assertThat(MsnObject.read(EncodedText.raw(WORD.replace("%3C", "%3c")))).isEqualTo(picture);
    assertThat(picture.word().text()).isEqualTo(TEXT);
    assertThat(picture.word().word()).matches("([A-Za-z0-9]|%[0-9A-F]{2})+");
    assertThat(picture.word().word().toLowerCase(Locale.ROOT))
        .isEqualTo(WORD.replace(".", "%2E").toLowerCase(Locale.ROOT));
  }

  @Test
  void theOrderOfAttributesAndUnknownOnesDoNotMatter() throws MalformedCommand {
    MsnObject read =
        MsnObject.read(
            "<msnobj Type=\"2\" contenttype=\"D\" SHA1D=\"a b=\" Size=\"3\""
                + " Location=\"a&amp;&lt;&quot;b\"  Creator=\"ALICE@example.com\"></msnobj>");
    assertThat(read).isEqualTo(new MsnObject(ALICE, 3, 2, "a&<\"b", "", "a+b=", ""));
    assertThat(MsnObject.read(read.toString())).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<msnobj/>",
        "<msnobj />",
        "<msnobj Creator=\"a@b.c\" Size=\"0\" Type=\"3\" SHA1D=\"x\"/>",
        "<msnobj Creator=\"a@b.c\" Size=\"1\" Type=\"-3\" SHA1D=\"x\"/>",
        "<msnobj Creator=\"a@b.c\" Size=\"99999999999\" Type=\"3\" SHA1D=\"x\"/>",
        "<msnobj Creator=\"a@b.c\" Size=\"1\" Type=\"3\" SHA1D=\"\"/>",
        "<msnobj Creator=\"nobody\" Size=\"1\" Type=\"3\" SHA1D=\"x\"/>",
        "<msnobj Creator=\"a@b.c\" Size=\"1\" Type=\"3\" SHA1D=\"x\" Friendly=\"*\"/>",
        "<msnobj Creator=\"a@b.c\" Size=\"1\" Type=\"3\" SHA1D=\"x\"",
        "<msnobj Creator=\"a@b.c\" Size=\"1\" Type=\"3\" SHA1D=\"x\"/> and more"
      })
  void whatMakesNoSenseIsRefused(String text) {
    assertThatThrownBy(() -> MsnObject.read(text)).isInstanceOf(MalformedCommand.class);
  }

  @Test
  void nothingIsReadForEver() {
    String endless = "<msnobj " + "a=\"b\" ".repeat(1000) + "/>";
    assertThatThrownBy(() -> MsnObject.read(endless)).hasMessageContaining("4096");
  }
}
