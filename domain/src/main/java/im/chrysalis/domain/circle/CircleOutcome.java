package im.chrysalis.domain.circle;

/** What became of a request about a circle. */
public sealed interface CircleOutcome {
  /**
   * It is done, or was so already.
   *
   * @param circle as it is now; without members when it is no more
   */
  record Done(Circle circle) implements CircleOutcome {}

  /** Nothing was changed. */
  record Refused(CircleRefusal why) implements CircleOutcome {}
}
