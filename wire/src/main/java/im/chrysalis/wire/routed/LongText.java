package im.chrysalis.wire.routed;

import im.chrysalis.wire.command.SwitchboardCommands;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.payload.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text that may be longer than a switchboard message. It becomes several messages, since old
 * clients do not join parts.
 */
final class LongText {
  /** A head that leaves less room than this for the text has too long a format, and loses it. */
  private static final int LEAST_ROOM = 1000;

  private LongText() {}

  static List<MimeMessage> messages(String text, Optional<String> format) {
    MimeMessage plain = MimeMessage.of(TextMessage.CONTENT_TYPE + "; charset=UTF-8");
    MimeMessage head =
        format
            .map(it -> plain.with(TextFormat.HEADER, it))
            .filter(it -> room(it) >= LEAST_ROOM)
            .orElse(plain);
    List<MimeMessage> messages = new ArrayList<>();
    for (String piece : pieces(text, room(head))) {
      messages.add(head.withBody(piece));
    }
    return messages;
  }

  private static int room(MimeMessage head) {
    return SwitchboardCommands.MAX_MESSAGE - head.bytes().length;
  }

  /** Pieces of at most so many bytes, cut behind blanks where there are any. */
  static List<String> pieces(String text, int most) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int blank = 0;
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int length = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > most) {
        int end = blank > start ? blank : at;
        pieces.add(text.substring(start, end));
        start = end;
        at = end;
        bytes = 0;
        continue;
      }
      bytes += length;
      at += Character.charCount(c);
      if (Character.isWhitespace(c)) {
        blank = at;
      }
    }
    if (start < text.length() || pieces.isEmpty()) {
      pieces.add(text.substring(start));
    }
    return pieces;
  }
}
