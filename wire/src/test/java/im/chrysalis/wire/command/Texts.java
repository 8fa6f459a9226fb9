package im.chrysalis.wire.command;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import java.nio.charset.StandardCharsets;

/** Short names for the values that tables are made of. */
final class Texts {
  private Texts() {}

  static TrId id(long number) {
    return new TrId(number);
  }

  static EmailAddress address(String text) {
    return EmailAddress.of(text);
  }

  static EncodedText text(String word) {
    return EncodedText.raw(word);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
