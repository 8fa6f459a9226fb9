package im.chrysalis.client;

import im.chrysalis.wire.command.SwitchboardCommands;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.payload.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text as the messages that carry it: a switchboard takes only so many bytes at once. */
final class TextPieces {
  private TextPieces() {}

  /** At least one message; cut at white space where there is some in the last third. */
  static List<TextMessage> of(String text, TextFormat format) {
    // clients of Windows show a bare line feed as a box
    String wire = text.replace("\r\n", "\n").replace("\n", "\r\n");
    int head = new TextMessage("", Optional.of(format)).message().bytes().length;
    List<TextMessage> pieces = new ArrayList<>();
    int from = 0;
    do {
      int to = end(wire, from, SwitchboardCommands.MAX_MESSAGE - head);
      pieces.add(new TextMessage(wire.substring(from, to), Optional.of(format)));
      from = to;
    } while (from < wire.length());
    return pieces;
  }

  private static int end(String text, int from, int bytes) {
    int to = from;
    int lastSpace = from;
    int left = bytes;
    while (to < text.length()) {
      int character = text.codePointAt(to);
      left -= utf8Length(character);
      if (left < 0) {
        return lastSpace - from > (to - from) * 2 / 3 ? lastSpace : to;
      }
      to += Character.charCount(character);
      if (Character.isWhitespace(character) && character != '\r') {
        lastSpace = to;
      }
    }
    return to;
  }

  private static int utf8Length(int character) {
    return character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  }
}
