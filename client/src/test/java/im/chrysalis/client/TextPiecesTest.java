package im.chrysalis.client;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.wire.command.SwitchboardCommands;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.payload.TextMessage;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPiecesTest {
  @Test
  void aShortTextIsOneMessageWithTheLineEndsOfTheWire() {
    assertThat(of("one\ntwo\r\nthree"))
        .extracting(TextMessage::text)
        .containsExactly("one\r\ntwo\r\nthree");
    assertThat(of("")).extracting(TextMessage::text).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "word ", "ä", "€", "😀", "a line\n", "😀 é a"})
  void piecesFitAndJoinToTheWhole(String unit) {
    String text = unit.repeat(5000);
    List<TextMessage> pieces = of(text);
    assertThat(pieces)
        .allMatch(it -> it.message().bytes().length <= SwitchboardCommands.MAX_MESSAGE)
        .allMatch(it -> !it.text().contains("?"));
    assertThat(pieces.stream().map(TextMessage::text).collect(Collectors.joining()))
        .isEqualTo(text.replace("\n", "\r\n"));
  }

  @Test
  void wordsAreNotCutWhereThatCanBeHelped() {
    assertThat(of("word ".repeat(1000))).allMatch(it -> it.text().endsWith("word "));
  }

  private static List<TextMessage> of(String text) {
    return TextPieces.of(text, TextFormat.PLAIN);
  }
}
