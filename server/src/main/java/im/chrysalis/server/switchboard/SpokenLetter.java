package im.chrysalis.server.switchboard;

import im.chrysalis.domain.conversation.Payload;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.payload.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message that waited, as it is said in a conversation: in as many messages as it needs, the time
 * in front of the first.
 *
 * @param bytes one of them, whole
 */
record SpokenLetter(byte[] bytes) implements Payload {
  /** How many bytes of text fit beside the longest head, so that every version takes the whole. */
  static final int MAX_TEXT = 1200;

  private static final int MAX_FORMAT = 256;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("'['uuuu-MM-dd HH:mm 'UTC] '", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** All of a message, in order. */
  static List<SpokenLetter> of(OfflineMessage message) {
    MimeMessage head = MimeMessage.of(TextMessage.CONTENT_TYPE + "; charset=UTF-8");
    MimeMessage formatted =
        message
            .format()
            .filter(SpokenLetter::fits)
            .map(it -> head.with(TextFormat.HEADER, it))
            .orElse(head);
    return pieces(TIME.format(message.sent()) + message.text()).stream()
        .map(piece -> new SpokenLetter(formatted.withBody(piece).bytes()))
        .toList();
  }

  /** The format is the sender's own words, and without it the text is still what it says. */
  private static boolean fits(String format) {
    return format.getBytes(StandardCharsets.UTF_8).length <= MAX_FORMAT
        && format.chars().noneMatch(Character::isISOControl);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    int at = 0;
    while (at < text.length()) {
      int next = text.offsetByCodePoints(at, 1);
      int more = text.substring(at, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + more > MAX_TEXT) {
        pieces.add(text.substring(start, at));
        start = at;
        bytes = 0;
      }
      bytes += more;
      at = next;
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  @Override
  public int length() {
    return bytes.length;
  }

  @Override
  public byte[] copy() {
    return bytes.clone();
  }
}
