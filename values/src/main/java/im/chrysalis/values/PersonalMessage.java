package im.chrysalis.values;

/**
 * What a person tells besides their status.
 *
 * @param text a line of their own; empty when there is none
 * @param media what they listen to or play, in the client's own form; empty when nothing
 */
public record PersonalMessage(String text, String media) {
  /** Somebody who tells nothing. */
  public static final PersonalMessage NONE = new PersonalMessage("", "");

  public boolean isEmpty() {
    return text.isEmpty() && media.isEmpty();
  }
}
