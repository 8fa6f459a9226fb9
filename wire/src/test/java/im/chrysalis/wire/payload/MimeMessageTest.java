package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import im.chrysalis.wire.payload.Headers.Header;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMessageTest {
  @Test
  void readsHeadAndBody() throws MalformedCommand {
    MimeMessage message =
        read(
            "MIME-Version: 1.0\r\n"
                + "Content-Type: Text/Plain; charset=UTF-8\r\n"
                + "X:y: z\r\n\r\n"
                + "Hi\r\n\r\n");

    assertThat(message.headers().all())
        .containsExactly(
            new Header("MIME-Version", "1.0"),
            new Header("Content-Type", "Text/Plain; charset=UTF-8"),
            new Header("X", "y: z"));
    assertThat(message.header("content-TYPE")).contains("Text/Plain; charset=UTF-8");
    assertThat(message.header("Content")).isEmpty();
    assertThat(message.contentType()).isEqualTo("text/plain");
    assertThat(message.text()).isEqualTo("Hi\r\n\r\n");
  }

  @Test
  void acceptsBareLineFeedsAndMissingParts() throws MalformedCommand {
    assertThat(read("A: 1\nB:\n\nbody").headers().toString()).isEqualTo("A: 1\r\nB: \r\n");
    assertThat(read("A: 1\nB:\n\nbody").text()).isEqualTo("body");
    assertThat(read("A: 1").headers().first("a")).contains("1");
    assertThat(read("A: 1").body()).isEmpty();
    assertThat(read("").headers()).isEqualTo(Headers.NONE);
    assertThat(read("\r\nbody").text()).isEqualTo("body");
    assertThat(read("").contentType()).isEmpty();
  }

  @Test
  void leavesABinaryBodyAsItIs() throws MalformedCommand {
    byte[] bytes = {'A', ':', '1', '\r', '\n', '\r', '\n', 0, (byte) 0xFF, '\n', '\r'};
    assertThat(MimeMessage.read(bytes).body()).containsExactly(0, 0xFF, '\n', '\r');
  }

  @Test
  void readsHeadsInUtf8AndInWindows1252() throws MalformedCommand {
    byte[] utf8 = "P4-Context: Jörg".getBytes(StandardCharsets.UTF_8);
    byte[] windows = "P4-Context: Jörg €".getBytes(Charset.forName("windows-1252"));
    assertThat(MimeMessage.read(utf8).header("P4-Context")).contains("Jörg");
    assertThat(MimeMessage.read(windows).header("P4-Context")).contains("Jörg €");
  }

  @Test
  void writesWhatItWasMadeOf() {
    MimeMessage message = MimeMessage.of("text/plain").with("X-Name", "Jörg").withBody("Hällo");
    assertThat(new String(message.bytes(), StandardCharsets.UTF_8))
        .isEqualTo("MIME-Version: 1.0\r\nContent-Type: text/plain\r\nX-Name: Jörg\r\n\r\nHällo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no colon\r\n\r\n", ": no name\r\n", "A: b\rc\r\n", "A: b\0c\r\n"})
  void refusesHeadsThatAreNone(String bytes) {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read(bytes))
        .satisfies(thrown -> assertThat(thrown.fault()).isEqualTo(Fault.SYNTAX));
  }

  @Test
  void refusesToWriteAHeaderThatBreaksItsLine() {
    MimeMessage message = MimeMessage.of("text/plain");
    assertThatIllegalArgumentException().isThrownBy(() -> message.with("A", "b\r\nC: d"));
    assertThatIllegalArgumentException().isThrownBy(() -> message.with("A: b", "c"));
    assertThatIllegalArgumentException().isThrownBy(() -> message.with("", "c"));
  }

  private static MimeMessage read(String bytes) throws MalformedCommand {
    return MimeMessage.read(bytes.getBytes(StandardCharsets.UTF_8));
  }
}
