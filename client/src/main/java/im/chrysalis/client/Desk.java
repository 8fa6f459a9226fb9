package im.chrysalis.client;

import im.chrysalis.client.TicketSource.Result;
import im.chrysalis.client.web.Answer;
import im.chrysalis.client.web.Call;
import im.chrysalis.client.web.Fault;
import im.chrysalis.client.web.Wish;
import im.chrysalis.wire.xml.Element;
import im.chrysalis.wire.xml.MalformedXml;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where a messenger asks the web services, one thing after the other. A ticket that is not taken
 * any more is exchanged for another once. Lives on the messenger's turn.
 */
final class Desk {
  private static final Set<Integer> NOT_ADMITTED = Set.of(401, 403);

  private final Office office;
  private final Tickets tickets;
  private CompletionStage<?> last = CompletableFuture.completedStage(null);

  /** What came of a wish. */
  sealed interface Heard {
    record Given(Element operation) implements Heard {}

    record Refused(Fault fault) implements Heard {}

    record Failed(Failure why) implements Heard {}

    default Outcome outcome() {
      return switch (this) {
        case Given _ -> Outcome.done();
        case Refused(var fault) -> Outcome.failed(Failure.WebRefused.of(fault));
        case Failed(var why) -> Outcome.failed(why);
      };
    }
  }

  Desk(Office office, Tickets tickets) {
    this.office = office;
    this.tickets = tickets;
  }

  /** Asks behind all that was asked before; told on the messenger's turn, and never fails. */
  CompletionStage<Heard> ask(Wish wish) {
    CompletionStage<Heard> next = last.thenCompose(_ -> perform(wish));
    last = next;
    return next;
  }

  private CompletionStage<Heard> perform(Wish wish) {
    return tickets
        .current()
        .map(ticket ->
            send(wish, ticket)
                .thenCompose(heard ->
                    wantsAnother(heard)
                        ? again(wish, ticket)
                        : CompletableFuture.completedStage(heard)))
        .orElseGet(() -> CompletableFuture.completedStage(new Heard.Failed(noTicket())));
  }

  private CompletionStage<Heard> again(Wish wish, Result.Ticket stale) {
    return tickets
        .insteadOf(stale)
        .thenCompose(result ->
            switch (result) {
              case Result.Ticket ticket -> send(wish, ticket).thenApply(this::refusedTwice);
              case Result.Refused(var why) ->
                  CompletableFuture.completedStage(new Heard.Failed(why));
            });
  }

  private Heard refusedTwice(Heard heard) {
    return wantsAnother(heard) ? new Heard.Failed(noTicket()) : heard;
  }

  private Failure noTicket() {
    return new Failure.TicketRefused(office.self());
  }

  private static boolean wantsAnother(Heard heard) {
    return heard instanceof Heard.Refused(var fault) && fault.isAboutTicket();
  }

  private CompletionStage<Heard> send(Wish wish, Result.Ticket ticket) {
    CompletableFuture<Heard> heard = new CompletableFuture<>();
    Call call = wish.by(ticket.at(wish.site()));
    Web.later("web-" + office.self(), () -> send(call, wish.isHarmless()))
        .whenComplete((it, bug) ->
            office
                .turn()
                .execute(() ->
                    heard.complete(
                        bug == null
                            ? it
                            : new Heard.Failed(new Failure.NotUnderstood(bug.toString())))));
    return heard;
  }

  // from here on, on a thread that may wait

  private Heard send(Call call, boolean mayTryAgain) {
    Optional<Failure> why = office.web().open();
    if (why.isPresent()) {
      return new Heard.Failed(why.get());
    }
    List<Heard> failed = new ArrayList<>();
    for (ServerAddress place : office.web().places()) {
      Heard heard = send(place, call, mayTryAgain);
      if (!(heard instanceof Heard.Failed)) {
        office.web().found(place);
        return heard;
      }
      failed.add(heard);
    }
    return failed.getFirst();
  }

  private Heard send(ServerAddress place, Call call, boolean mayTryAgain) {
    try {
      HttpResponse<byte[]> answer =
          office.web().post(URI.create("https://" + place + call.path()), call);
      return read(answer, place);
    } catch (IOException fault) {
      // a connection that was kept open may have ended just now
      return mayTryAgain ? send(place, call, false) : new Heard.Failed(Web.meaning(fault, place));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Heard.Failed(new Failure.SignedOut());
    }
  }

  private static Heard read(HttpResponse<byte[]> answer, ServerAddress place) {
    if (NOT_ADMITTED.contains(answer.statusCode())) {
      return new Heard.Refused(Fault.NO_TICKET);
    }
    try {
      return switch (Answer.read(answer.body())) {
        case Answer.Given(var operation) -> new Heard.Given(operation);
        case Answer.Refused(var fault) -> new Heard.Refused(fault);
      };
    } catch (MalformedXml none) {
      return new Heard.Failed(Web.misunderstood(answer, place));
    }
  }
}
