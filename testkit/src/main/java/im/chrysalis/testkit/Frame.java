package im.chrysalis.testkit;

import java.util.Optional;
import java.util.Set;

/**
 * One whole command from the server.
 *
 * @param line its line, without CR LF
 * @param payload the bytes behind it; empty when the command has none
 */
record Frame(String line, String payload) {
  /** What a server sends with a payload, the length being the last word. */
  private static final Set<String> WITH_PAYLOAD =
      Set.of("MSG", "NOT", "IPG", "GCF", "UBX", "UBN", "UBM", "NFY", "SDG");

  /** The same, but {@code ADL 9 OK} is an answer without one. */
  private static final Set<String> WITH_PAYLOAD_UNLESS_OK = Set.of("ADL", "RML", "FQY");

  /** How many bytes follow a line; nothing when the length is missing or no number. */
  static Optional<Integer> payloadLength(String line) {
    String[] words = line.split(" ", -1);
    boolean isAnswer = words.length == 3 && words[2].equals("OK");
    boolean hasPayload =
        WITH_PAYLOAD.contains(words[0])
            || (WITH_PAYLOAD_UNLESS_OK.contains(words[0]) && !isAnswer)
            || (words[0].equals("PUT") && words.length == 4)
            || (words.length == 3 && words[0].matches("\\d{3}"));
    if (!hasPayload) {
      return Optional.of(0);
    }
    String length = words[words.length - 1];
    return length.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(length)) : Optional.empty();
  }

  String shown(String indent) {
    String below = payload.isEmpty() ? "" : Bytes.shownAsPayload(payload, indent + "    ");
    return indent + Bytes.shown(line) + below;
  }
}
