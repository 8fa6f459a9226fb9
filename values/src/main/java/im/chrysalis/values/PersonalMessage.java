package im.chrysalis.values;

import java.util.Map;

/**
 * What a person tells besides their status.
 *
 * @param text a line of their own; empty when there is none
 * @param media what they listen to or play, in the client's own form; empty when nothing
 * @param more further facts by their names, such as {@code Scene}; passed on as they came
 */
public record PersonalMessage(String text, String media, Map<String, String> more) {
  /** Somebody who tells nothing. */
  public static final PersonalMessage NONE = new PersonalMessage("", "");

  public PersonalMessage {
    more = Map.copyOf(more);
  }

  /** A message without further facts. */
  public PersonalMessage(String text, String media) {
    this(text, media, Map.of());
  }

  public boolean isEmpty() {
    return text.isEmpty() && media.isEmpty() && more.isEmpty();
  }
}
