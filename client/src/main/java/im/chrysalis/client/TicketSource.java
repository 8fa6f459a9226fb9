package im.chrysalis.client;

import java.util.concurrent.CompletionStage;

/** Gives what dialects since MSNP8 want in place of a password. */
@FunctionalInterface
public interface TicketSource {
  /**
   * Asks for a ticket. Called on the messenger's own turn, which must not be kept waiting.
   *
   * @param parameters what the server said the ticket is for, to be handed on as it is
   * @return what came of it, at any time and on any thread
   */
  CompletionStage<Result> ticket(Credentials credentials, String parameters);

  /** What came of the wish for a ticket. */
  sealed interface Result {
    /**
     * It was given.
     *
     * @param text all of it, {@code t=...&p=...}; no white space
     */
    record Ticket(String text) implements Result {
      /** Not the ticket: who has it is signed in. */
      @Override
      public String toString() {
        return "Ticket";
      }
    }

    /** It was not. */
    record Refused(Failure why) implements Result {}
  }
}
