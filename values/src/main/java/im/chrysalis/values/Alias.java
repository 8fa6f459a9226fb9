package im.chrysalis.values;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short name of an account, by which protocols without e-mail-like addresses (IRC, AIM) call
 * it.
 *
 * @param text 3 to 16 lower-case letters and digits, a letter first
 */
public record Alias(String text) implements Comparable<Alias> {
  public static final int MIN_LENGTH = 3;
  public static final int MAX_LENGTH = 16;

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]{2,15}");

  public Alias {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "alias needs 3 to 16 letters and digits, a letter first: " + text);
    }
  }

  /** The alias, or nothing when the text is not one. */
  public static Optional<Alias> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return SHAPE.matcher(lower).matches() ? Optional.of(new Alias(lower)) : Optional.empty();
  }

  @Override
  public int compareTo(Alias other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
