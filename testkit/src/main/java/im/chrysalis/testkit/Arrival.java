package im.chrysalis.testkit;

/** What came from the server when something was waited for. */
sealed interface Arrival {
  /** A whole command. */
  record Command(Frame frame) implements Arrival {}

  /** The server ended the connection. */
  record Closed(String unfinished) implements Arrival {}

  /** Nothing whole, for as long as anyone waits. */
  record Silence(String unfinished) implements Arrival {}

  /** Bytes that are no command: a line that does not end in CR LF, or without its length. */
  record Garbled(String bytes, String complaint) implements Arrival {}

  /** For a failure message, following "but". */
  default String told(String indent) {
    return switch (this) {
      case Command(Frame frame) -> "received\n" + frame.shown(indent);
      case Closed(String rest) -> "the connection was closed" + after(rest, indent);
      case Silence(String rest) ->
          "nothing came within %d s".formatted(Connection.PATIENCE.toSeconds())
              + after(rest, indent);
      case Garbled(String bytes, String complaint) ->
          "received bytes that are no command (" + complaint + ")\n" + indent + Bytes.shown(bytes);
    };
  }

  private static String after(String unfinished, String indent) {
    return unfinished.isEmpty() ? "" : " after the unfinished\n" + indent + Bytes.shown(unfinished);
  }
}
