package im.chrysalis.wire.routed;

import im.chrysalis.wire.command.SwitchboardCommands;
import im.chrysalis.wire.payload.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Announcements of custom emoticons: shortcut, tab, description, tab, again and again. Clients read
 * five of one announcement, and some the last only when a tab stands behind it.
 */
final class Emoticons {
  private static final int MOST_TOGETHER = 5;
  private static final int MOST = 50;

  private Emoticons() {}

  /** The same emoticons in as many announcements as it takes. One that is too long is left out. */
  static List<MimeMessage> announcements(String contentType, String body) {
    MimeMessage head = MimeMessage.of(contentType);
    int room = SwitchboardCommands.MAX_MESSAGE - head.bytes().length;
    List<MimeMessage> announcements = new ArrayList<>();
    StringBuilder together = new StringBuilder();
    int count = 0;
    for (String emoticon : emoticons(body)) {
      int length = bytes(emoticon);
      if (length > room) {
        continue;
      }
      if (count == MOST_TOGETHER || bytes(together.toString()) + length > room) {
        announcements.add(head.withBody(together.toString()));
        together.setLength(0);
        count = 0;
      }
      together.append(emoticon);
      count++;
    }
    if (count > 0) {
      announcements.add(head.withBody(together.toString()));
    }
    return announcements;
  }

  private static List<String> emoticons(String body) {
    String[] words = body.strip().split("\t");
    List<String> emoticons = new ArrayList<>();
    for (int i = 0; i + 1 < words.length && emoticons.size() < MOST; i += 2) {
      emoticons.add(words[i] + "\t" + words[i + 1] + "\t");
    }
    return emoticons;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
