package im.chrysalis.client;

import im.chrysalis.client.TicketSource.Result;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The ticket that a messenger has, and how it gets another. Lives on the messenger's turn. */
final class Tickets {
  private final Office office;
  private final Credentials credentials;
  private final TicketSource source;
  private Optional<Result.Ticket> current = Optional.empty();
  private String parameters = "";

  Tickets(Office office, Credentials credentials, TicketSource source) {
    this.office = office;
    this.credentials = credentials;
    this.source = source;
  }

  Optional<Result.Ticket> current() {
    return current;
  }

  /** Asks for a ticket, which is the current one from then on. */
  CompletionStage<Result> ask(String why) {
    parameters = why;
    CompletableFuture<Result> told = new CompletableFuture<>();
    source
        .ticket(credentials, why)
        .whenComplete((result, fault) ->
            office
                .turn()
                .execute(() -> {
                  Result heard = fault == null ? result : failed(fault);
                  if (heard instanceof Result.Ticket ticket) {
                    current = Optional.of(ticket);
                  }
                  told.complete(heard);
                }));
    return told;
  }

  private static Result failed(Throwable fault) {
    return new Result.Refused(new Failure.NotUnderstood("no ticket: " + fault));
  }

  /** Another ticket for one that is not taken any more, unless somebody has got one meanwhile. */
  CompletionStage<Result> insteadOf(Result.Ticket stale) {
    return current
        .filter(it -> !it.equals(stale))
        .<CompletionStage<Result>>map(CompletableFuture::completedStage)
        .orElseGet(() -> ask(parameters));
  }
}
