package im.chrysalis.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** One thing after another, up to the first that does not happen. */
final class Steps {
  private Steps() {}

  /** Does the next thing once the first is done; without it, not. */
  static CompletionStage<Outcome> after(
      CompletionStage<Outcome> first, Supplier<CompletionStage<Outcome>> next) {
    return first.thenCompose(
        outcome -> outcome.isDone() ? next.get() : CompletableFuture.completedStage(outcome));
  }
}
