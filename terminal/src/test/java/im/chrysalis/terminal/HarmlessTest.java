package im.chrysalis.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.junit.jupiter.api.Test;

/** What others say can't steer the terminal. */
class HarmlessTest {
  @Test
  void controlCharactersOfOthersAreShownNotObeyed() {
    AttributedString line =
        new AttributedStringBuilder()
            .styled(Colours.NAME, "Ben\u001b]0;mine\u0007: ")
            .append("hello\u001b[2J\r\u009b31mthere\nnext\tline ü 🦋")
            .toAttributedString();
    AttributedString harmless = Harmless.text(line);
    assertThat(harmless.toString()).isEqualTo("Ben?]0;mine?: hello?[2J??31mthere\nnext\tline ü 🦋");
    assertThat(harmless.styleAt(0)).isEqualTo(line.styleAt(0));
    assertThat(harmless.styleAt(20)).isEqualTo(line.styleAt(20));
  }

  @Test
  void withoutThisTheyWouldReachTheTerminal() {
    assertThat(new AttributedString("a\u001b[2J").toAnsi()).contains("\u001b[2J");
  }
}
