package im.chrysalis.terminal;

import static im.chrysalis.terminal.Windows.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.values.Status;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptLineTest {
  @Test
  void aLineAsksForOneThing() {
    assertThat(ScriptLine.read("{\"send\":\"hi\\nyou\",\"to\":\"Ben@example.test\"}"))
        .isEqualTo(new ScriptLine.Send(BEN, "hi\nyou"));
    assertThat(ScriptLine.read("{\"typing\":\"ben@example.test\"}"))
        .isEqualTo(new ScriptLine.Typing(BEN));
    assertThat(ScriptLine.read("{\"close\":\"ben@example.test\"}"))
        .isEqualTo(new ScriptLine.Close(BEN));
    assertThat(ScriptLine.read("{\"add\":\"ben@example.test\",\"group\":\"Work\"}"))
        .isEqualTo(new ScriptLine.Add(BEN, Optional.of("Work")));
    assertThat(ScriptLine.read("{\"remove\":\"ben@example.test\"}"))
        .isEqualTo(new ScriptLine.Remove(BEN));
    assertThat(ScriptLine.read("{\"block\":\"ben@example.test\"}"))
        .isEqualTo(new ScriptLine.Block(BEN));
    assertThat(ScriptLine.read("{\"unblock\":\"ben@example.test\"}"))
        .isEqualTo(new ScriptLine.Unblock(BEN));
    assertThat(ScriptLine.read("{\"status\":\"awy\"}"))
        .isEqualTo(new ScriptLine.SetStatus(Status.AWAY));
    assertThat(ScriptLine.read("{\"name\":\"Anna\"}")).isEqualTo(new ScriptLine.SetName("Anna"));
    assertThat(ScriptLine.read("{\"tell\":\"Back at five\"}"))
        .isEqualTo(new ScriptLine.Tell("Back at five"));
    assertThat(ScriptLine.read("{\"circle-create\":\"Choir\"}"))
        .isEqualTo(new ScriptLine.CreateCircle("Choir"));
    assertThat(ScriptLine.read("{\"circle-say\":\"hi\",\"circle\":\"7\"}"))
        .isEqualTo(new ScriptLine.SayInCircle("7", "hi"));
    assertThat(ScriptLine.read("{\"circle-invite\":\"ben@example.test\",\"circle\":\"7\"}"))
        .isEqualTo(new ScriptLine.InviteToCircle("7", BEN));
    assertThat(ScriptLine.read("{\"circle-leave\":\"7\"}"))
        .isEqualTo(new ScriptLine.LeaveCircle("7"));
    assertThat(ScriptLine.read("{\"leave\":\"till then\",\"to\":\"ben@example.test\"}"))
        .isEqualTo(new ScriptLine.Leave(BEN, "till then"));
    assertThat(ScriptLine.read("{\"sign-out\":\"Desk\"}"))
        .isEqualTo(new ScriptLine.SignOut("Desk"));
    assertThat(ScriptLine.read("{\"quit\":true}")).isEqualTo(new ScriptLine.Quit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "hello | no JSON",
        "[] | a line is one JSON object",
        "{} | one of send leave",
        "{\"add\":\"a@b\",\"block\":\"a@b\"} | one of send leave",
        "{\"send\":\"x\"} | to is a text",
        "{\"send\":7,\"to\":\"a@b\"} | send is a text",
        "{\"send\":\"x\",\"to\":\"nobody\"} | to is no address",
        "{\"send\":\"x\",\"to\":\"a@b\",\"when\":1} | no field when",
        "{\"status\":\"FLN\"} | status is one of",
        "{\"quit\":false} | quit is true",
        "{\"quit\":true}{} | no JSON",
      })
  void aBadLineSaysWhatIsWrong(String line, String complaint) {
    assertThat(((ScriptLine.Bad) ScriptLine.read(line)).complaint()).startsWith(complaint);
  }
}
