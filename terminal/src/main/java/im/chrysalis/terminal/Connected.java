package im.chrysalis.terminal;

import im.chrysalis.client.Failure;
import java.time.Instant;
import java.util.Optional;

/** How the messenger stands with the server. */
sealed interface Connected {
  /** Signed in. */
  record Now(String dialect) implements Connected {}

  /** Not at the moment. */
  record Again(Failure why, Instant nextTry) implements Connected {}

  /** Never again; without a reason when it was asked for. */
  record NoMore(Optional<Failure> why) implements Connected {}
}
