package im.chrysalis.domain.person;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Refusal;

/** What became of a request to change lists or settings. */
public sealed interface Outcome {
  /** It is done and stored. */
  record Done(Change change) implements Outcome {
    /** The list version from now on. */
    public long version() {
      return change.version();
    }
  }

  /** Nothing was changed. */
  record Refused(Refusal why) implements Outcome {}
}
