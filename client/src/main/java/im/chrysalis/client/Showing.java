package im.chrysalis.client;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * How the account tells the server how it appears: in lines up to MSNP18, in documents since.
 * Belongs to one session.
 */
interface Showing {
  /**
   * All of it, when a session begins.
   *
   * @param name as the address book has it, where there is one
   */
  CompletionStage<Outcome> begin(Look look, Optional<String> name);

  /** Another status. */
  CompletionStage<Outcome> status(Look look);

  /** Something else besides the status. */
  CompletionStage<Outcome> message(Look look);

  /** Another name. */
  CompletionStage<Outcome> name(String name);
}
