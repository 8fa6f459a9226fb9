package im.chrysalis.values;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail-like name of an account ({@code anna@example.com}), its principal. It need not receive
 * mail. Kept in lower case, because every protocol compares it without regard to case.
 *
 * @param text the whole address, lower case, 3 to 129 bytes of UTF-8, exactly one {@code @} with
 *     something on either side, no white space, control characters, {@code ;}, {@code :}, {@code /}
 *     or angle brackets (the separators of later dialects)
 */
public record EmailAddress(String text) implements Comparable<EmailAddress> {
  /** The longest address in bytes of UTF-8 (draft-movva-msn-messenger-protocol-00, section 7). */
  public static final int MAX_BYTES = 129;

  private static final String FORBIDDEN = ";:/<>\"'&%,\\";

  public EmailAddress {
    String complaint = complaint(text);
    if (complaint != null) {
      throw new IllegalArgumentException("address " + complaint + ": " + text);
    }
  }

  /** The address, or nothing when the text is not one. */
  public static Optional<EmailAddress> parse(String text) {
    String lower = lowerCase(text);
    return complaint(lower) == null ? Optional.of(new EmailAddress(lower)) : Optional.empty();
  }

  /**
   * The address.
   *
   * @throws IllegalArgumentException saying what is wrong with the text
   */
  public static EmailAddress of(String text) {
    return new EmailAddress(lowerCase(text));
  }

  /** What stands before the {@code @}. */
  public String localPart() {
    return text.substring(0, text.indexOf('@'));
  }

  /** What stands behind the {@code @}. */
  public String domain() {
    return text.substring(text.indexOf('@') + 1);
  }

  @Override
  public int compareTo(EmailAddress other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String complaint(String text) {
    int at = text.indexOf('@');
    if (at <= 0 || at == text.length() - 1) {
      return "needs a name, an @ and a domain";
    }
    if (text.indexOf('@', at + 1) >= 0) {
      return "has more than one @";
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c == 0x7F || Character.isISOControl(c) || Character.isWhitespace(c)) {
        return "holds white space or a control character";
      }
      if (FORBIDDEN.indexOf(c) >= 0) {
        return "holds the character " + c;
      }
    }
    if (text.length() * 3 > MAX_BYTES && text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return "is longer than " + MAX_BYTES + " bytes";
    }
    return text.equals(lowerCase(text)) ? null : "is not in lower case";
  }
}
