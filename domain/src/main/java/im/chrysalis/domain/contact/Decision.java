package im.chrysalis.domain.contact;

import java.util.Optional;

/**
 * What is decided about a command: the change it makes, or why it makes none.
 *
 * @param change what to store and then to do
 * @param refusal why not; exactly one of the two is there
 */
public record Decision(Optional<Change> change, Optional<Refusal> refusal) {
  static Decision to(Change change) {
    return new Decision(Optional.of(change), Optional.empty());
  }

  /** Nothing is changed. */
  public static Decision not(Refusal why) {
    return new Decision(Optional.empty(), Optional.of(why));
  }
}
