package im.chrysalis.terminal;

import static im.chrysalis.terminal.Windows.BEN;
import static im.chrysalis.terminal.Windows.CARL;
import static im.chrysalis.terminal.Windows.friend;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.terminal.Key.Does;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

/** The line that is typed: keys, history, completion, and whom it means. */
class TypingTest {
  private final Window window = Windows.usual();
  private final Editor editor = new Editor();

  private void type(String text) {
    editor.press(Key.type(text), window);
  }

  private void press(Does... keys) {
    for (Does key : keys) {
      editor.press(Key.of(key), window);
    }
  }

  private String enter() {
    return editor.press(Key.of(Does.ENTER), window).orElseThrow();
  }

  @Test
  void keysEditWholeCharacters() {
    type("one 🦋 three");
    press(Does.WORD_LEFT, Does.DELETE_WORD);
    assertThat(editor.line().text()).isEqualTo("one three");
    type("🦋🦋");
    press(Does.DELETE_LEFT, Does.LEFT, Does.DELETE_RIGHT, Does.START);
    type(">");
    assertThat(enter()).isEqualTo(">one three");
    assertThat(editor.line().isEmpty()).isTrue();
  }

  @Test
  void olderLinesComeBackAndSoDoesWhatWasBegun() {
    type("one");
    enter();
    type("two");
    enter();
    type("thr");
    press(Does.OLDER, Does.OLDER, Does.OLDER);
    assertThat(editor.line().text()).isEqualTo("one");
    press(Does.NEWER, Does.NEWER);
    assertThat(editor.line().text()).isEqualTo("thr");
  }

  @Test
  void eachTabKeepsWhatWasBegunInIt() {
    editor.at(1);
    type("for Ben");
    editor.at(2);
    assertThat(editor.line().isEmpty()).isTrue();
    editor.at(1);
    assertThat(editor.line().text()).isEqualTo("for Ben");
  }

  @Test
  void tabCompletesCommandsAddressesAndNames() {
    type("/ms");
    press(Does.COMPLETE);
    type("car");
    press(Does.COMPLETE);
    assertThat(enter()).isEqualTo("/msg carl@example.test ");
    type("ask do");
    press(Does.COMPLETE);
    assertThat(enter()).isEqualTo("ask Dora ");
    type("/status aw");
    press(Does.COMPLETE);
    assertThat(enter()).isEqualTo("/status away ");
    type("/c");
    press(Does.COMPLETE);
    assertThat(editor.hint()).isEqualTo("/circle  /circles  /close  /contacts");
    assertThat(editor.line().text()).isEqualTo("/c");
  }

  @Test
  void aNameMeansAFriendBeforeItMeansAnybodyElse() {
    assertThat(People.meant("ben", window)).isEqualTo(new People.One(BEN));
    assertThat(People.meant("CA", window)).isEqualTo(new People.One(CARL));
    assertThat(People.meant("x@example.test", window))
        .isEqualTo(new People.One(EmailAddress.of("x@example.test")));
    assertThat(People.meant("zoe", window)).isInstanceOf(People.Unclear.class);
    Window two =
        Windows.knowing(
            List.of(), friend(BEN, "Ben", Status.ONLINE), friend(CARL, "ben", Status.ONLINE));
    assertThat(People.meant("ben", two))
        .isEqualTo(new People.Unclear("ben may be ben@example.test or carl@example.test"));
  }

  @Test
  void aLongLineIsShownAroundTheCursor() {
    InputLine line = InputLine.of("0123456789");
    assertThat(line.cut(4)).isEqualTo(new InputLine.Cut("6789", 4));
    assertThat(line.toStart().cut(4)).isEqualTo(new InputLine.Cut("0123", 0));
    assertThat(InputLine.of("a\nb").cut(9).text()).isEqualTo("a↵b");
  }

  @Test
  void textsBreakBetweenWordsAndCountWideCharacters() {
    assertThat(
            Wrapped.lines(new AttributedString("one two three\n日本語 longerthanaline"), 7).stream()
                .map(AttributedString::toString))
        .containsExactly("one two", "three", "日本語", "longert", "hanalin", "e");
  }
}
