package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What all parts of one messenger share.
 *
 * @param self the account
 * @param turn runs all that touches the messenger's state, one thing at a time
 * @param delivery tells listeners what happens
 * @param timer runs things later, on the turn
 * @param road leads to servers
 * @param web has the web services
 */
record Office(
    EmailAddress self, Executor turn, Delivery delivery, Timer timer, Road road, Web web) {

  /** Asks for something on the turn; how it came out is told where events are told. */
  CompletionStage<Outcome> asked(Supplier<CompletionStage<Outcome>> question) {
    Answer<Outcome> answer = delivery.answer();
    turn.execute(() -> question.get().thenAccept(answer::tell));
    return answer;
  }
}
