package im.chrysalis.client;

import im.chrysalis.client.web.CircleWish;
import im.chrysalis.client.web.Wish;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.xml.Element;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Changes of circles: in the address book, which is read again before a change is said to be done.
 * Lives on the messenger's turn.
 *
 * @see <a href="../../../../../../../docs/protocol/circles.md#changes">docs/protocol/circles.md</a>
 */
final class CircleEdits {
  private final Desk desk;
  private final Lifeline lifeline;
  private final CircleBook book;

  CircleEdits(Desk desk, Lifeline lifeline, CircleBook book) {
    this.desk = desk;
    this.lifeline = lifeline;
    this.book = book;
  }

  CompletionStage<Outcome> create(String name) {
    return inDialect(() ->
        desk.ask(CircleWish.create(name, lifeline.self().name()))
            .thenCompose(heard ->
                heard instanceof Desk.Heard.Given(Element operation)
                    ? book.read(operation.textOf("Id").map(String::strip).flatMap(CircleId::parse))
                    : failed(heard)));
  }

  CompletionStage<Outcome> accept(CircleId circle) {
    return change(CircleWish.accept(circle), circle);
  }

  CompletionStage<Outcome> decline(CircleId circle) {
    return change(CircleWish.decline(circle), circle);
  }

  CompletionStage<Outcome> leave(CircleId circle) {
    return change(CircleWish.leave(circle), circle);
  }

  CompletionStage<Outcome> rename(CircleId circle, String name) {
    return change(CircleWish.rename(circle, name), circle);
  }

  /** First finds out who it is, then invites them. */
  CompletionStage<Outcome> invite(CircleId circle, EmailAddress who, String words) {
    return inDialect(() ->
        desk.ask(CircleWish.candidate(circle, who))
            .thenCompose(heard ->
                switch (heard) {
                  case Desk.Heard.Given(var operation) ->
                      id(operation)
                          .map(id -> change(CircleWish.invite(circle, id, words), circle))
                          .orElseGet(() -> failed("nobody to invite"));
                  case Desk.Heard.Refused _, Desk.Heard.Failed _ -> failed(heard);
                }));
  }

  private static Optional<String> id(Element operation) {
    return operation.textOf("contactId").map(String::strip).filter(it -> !it.isEmpty());
  }

  CompletionStage<Outcome> remove(CircleId circle, EmailAddress who) {
    return withId(circle, who, id -> CircleWish.remove(circle, id));
  }

  CompletionStage<Outcome> role(CircleId circle, EmailAddress who, CircleRole role) {
    int number =
        switch (role) {
          case ADMIN -> 1;
          case ASSISTANT -> 2;
          case MEMBER -> 3;
          case INVITED -> throw new IllegalArgumentException("no role to give");
        };
    return withId(circle, who, id -> CircleWish.role(circle, id, number));
  }

  private CompletionStage<Outcome> withId(
      CircleId circle, EmailAddress who, Function<String, Wish> wish) {
    return book.memberId(circle, who)
        .map(id -> change(wish.apply(id), circle))
        .orElseGet(
            () -> CompletableFuture.completedStage(Outcome.failed(new Failure.NotAFriend(who))));
  }

  private CompletionStage<Outcome> change(Wish wish, CircleId circle) {
    return inDialect(() ->
        desk.ask(wish)
            .thenCompose(heard ->
                heard instanceof Desk.Heard.Given
                    ? book.read(Optional.of(circle))
                    : failed(heard)));
  }

  private CompletionStage<Outcome> inDialect(Supplier<CompletionStage<Outcome>> then) {
    Optional<Dialect> dialect = lifeline.dialect();
    if (dialect.isEmpty()) {
      return CompletableFuture.completedStage(Outcome.failed(new Failure.NotConnected()));
    }
    return dialect.get().has(Trait.CIRCLES)
        ? then.get()
        : CompletableFuture.completedStage(
            Outcome.failed(new Failure.NotInThisDialect(dialect.get().name())));
  }

  private static CompletionStage<Outcome> failed(Desk.Heard heard) {
    return CompletableFuture.completedStage(heard.outcome());
  }

  private static CompletionStage<Outcome> failed(String why) {
    return CompletableFuture.completedStage(Outcome.failed(new Failure.NotUnderstood(why)));
  }
}
