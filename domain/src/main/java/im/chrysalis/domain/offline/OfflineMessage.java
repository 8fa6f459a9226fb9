package im.chrysalis.domain.offline;

import im.chrysalis.domain.account.Card;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody said to a person who was not there.
 *
 * @param id unique; given when the message is left
 * @param from who said it, as they were called then
 * @param sent when it was left, by the server's clock; whole milliseconds
 * @param place where it stands among what the sender's program sent, if the program says so
 * @param format how it is to be shown, in the sender's own words, which are not understood here
 * @param text what is said, as it is to be read; without NUL
 */
public record OfflineMessage(
    UUID id, Card from, Instant sent, Optional<Place> place, Optional<String> format, String text) {
  /** The longest text and format together, in bytes of UTF-8. */
  public static final int MAX_BYTES = 16 * 1024;

  /**
   * A message's place among others of the same program.
   *
   * @param series what the program calls all it sends in one go; some programs always call it the
   *     same
   * @param number counts the messages of the series
   */
  public record Place(String series, int number) {
    /** The longest name of a series, in characters. */
    public static final int MAX_SERIES = 64;

    public Place {
      if (series.length() > MAX_SERIES || series.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("no name of a series: " + series.length());
      }
    }
  }

  public OfflineMessage {
    if (text.indexOf('\0') >= 0 || format.orElse("").indexOf('\0') >= 0) {
      throw new IllegalArgumentException("NUL in an offline message");
    }
    if (bytes(text) + bytes(format.orElse("")) > MAX_BYTES) {
      throw new IllegalArgumentException("an offline message of more than " + MAX_BYTES + " bytes");
    }
  }

  /** How much of a letterbox it takes. */
  public int bytes() {
    return bytes(text) + bytes(format.orElse(""));
  }

  /**
   * The same for messages that a program has sent twice, because it did not hear that the first
   * came. The text is part of it, as there are programs that number each conversation anew.
   */
  public Optional<UUID> fingerprint() {
    return place.map(it ->
        UUID.nameUUIDFromBytes(
            (from.id() + " " + it.number() + " " + it.series() + " " + text)
                .getBytes(StandardCharsets.UTF_8)));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
