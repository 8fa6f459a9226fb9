package im.chrysalis.values;

import java.util.Optional;
import java.util.UUID;

/** GUIDs as clients write them: 36 characters, in either case, some in braces. */
public final class Guid {
  private static final int LENGTH = 36;

  private Guid() {}

  /** A GUID without braces; nothing when the text is none. */
  public static Optional<UUID> parse(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      UUID guid = UUID.fromString(text);
      return guid.toString().equalsIgnoreCase(text) ? Optional.of(guid) : Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** A GUID with or without braces; nothing when the text is none. */
  public static Optional<UUID> parseBraced(String text) {
    return parse(
        text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text);
  }
}
