package im.chrysalis.wire.payload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in a header, where only ASCII may stand: {@code =?utf-8?B?QW5uYQ==?=} (RFC 2047). Always
 * one word without a blank, however long, because clients cut at the first blank.
 */
public final class EncodedWord {
  private static final String START = "=?utf-8?B?";
  private static final String END = "?=";
  private static final Pattern WORD = Pattern.compile("=\\?utf-8\\?B\\?([^?]*)\\?=", 2);

  private EncodedWord() {}

  /** The word for a text. */
  public static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return START + Base64.getEncoder().encodeToString(bytes) + END;
  }

  /** The text of a word in UTF-8 and base64, or nothing when it is none. */
  public static Optional<String> read(String word) {
    Matcher matcher = WORD.matcher(word.strip());
    return matcher.matches()
        ? Base64Text.read(matcher.group(1).getBytes(StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
