package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptReaderTest {
  private static final String TITLE = "# A test.     docs/protocol/test.md\n";

  @Test
  void theFirstLineIsTheTitleAndThePage() {
    Transcript script =
        read("# Blocking hides.   docs/protocol/presence.md#hiding\nan hour passes");
    assertThat(script.title()).isEqualTo("Blocking hides.");
    assertThat(script.page()).isEqualTo("docs/protocol/presence.md#hiding");
  }

  @Test
  void theSettingsOfTheServerAreReadFromWhatIsGiven() {
    assertThat(read(TITLE + "given the server challenges strictly\nan hour passes").settings())
        .containsExactly(Setting.STRICT_CHALLENGES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          alice | the first line must be
          alice speaks to bob | nobody knows what this means
          given alice is happy | nobody knows what this means
          given alice signed in with MSNP19 | the player can't sign in with MSNP19
          given alice signed in with MSNP5 and status XYZ | XYZ is no status
          alice > A {Name} | {Name} is no name
          alice > A { | a { without its }
          alice > A } | a } without its {
          alice > A \\q | unknown escape \\q
          alice > A \\x1 | two hex digits
          alice > A {md5 challenge 'x'} | can't read {md5
          alice > A {answer challenge "PROD"} | nobody knows the key of PROD
          alice > A {ticket Alice} | {ticket Alice} is no name
          ~    text~ | an indented line is a payload
          """)
  void whatCantBeReadIsNamedWithItsLine(String line, String complaint) {
    String text = line.equals("alice") ? line : TITLE + line;
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(MalformedTranscript.class)
        .hasMessageStartingWith(line.equals("alice") ? "x.transcript:1: " : "x.transcript:2: ")
        .hasMessageContaining(complaint);
  }

  @Test
  void aWrongLengthNeedsAnIntention() {
    assertThatThrownBy(() -> read(TITLE + "alice > MSG 1 U 4\n    Hello\n"))
        .hasMessage(
            "x.transcript:2: the payload has 5 bytes, not 4"
                + " (write {len}; a wrong length on purpose needs >>)");
  }

  @Test
  void whatIsGivenStandsFirst() {
    assertThatThrownBy(() -> read(TITLE + "an hour passes\ngiven alice has an account\n"))
        .hasMessageStartingWith("x.transcript:3: what is given stands before");
  }

  private static Transcript read(String text) {
    return Transcripts.read("x.transcript", URI.create("test:x"), text);
  }
}
