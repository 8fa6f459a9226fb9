package im.chrysalis.wire;

/** Says of a line whether bytes follow it. A rule never guesses for a command it does not know. */
@FunctionalInterface
public interface PayloadRule {
  /** The answer for a command that is a line and nothing more. */
  int NONE = -1;

  /** No command has a payload. */
  PayloadRule LINES_ONLY = words -> NONE;

  /**
   * How many bytes follow the line.
   *
   * @return 0 or more, or {@link #NONE}
   * @throws MalformedCommand when the length is missing, no number or over the command's limit
   */
  int length(Words words) throws MalformedCommand;
}
