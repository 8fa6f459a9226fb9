package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.Rename;
import im.chrysalis.wire.command.ClientCommand.RenameSelf;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A command for each part: {@code CHG}, {@code UUX}, {@code PRP} or {@code REA}. */
final class ShownInLines implements Showing {
  private final EmailAddress self;
  private final Session session;

  ShownInLines(EmailAddress self, Session session) {
    this.self = self;
    this.session = session;
  }

  @Override
  public CompletionStage<Outcome> begin(Look look, Optional<String> name) {
    CompletionStage<Outcome> named =
        name.map(this::name).orElseGet(() -> CompletableFuture.completedStage(Outcome.done()));
    CompletionStage<Outcome> described =
        dialect().has(Trait.ENDPOINTS)
            ? Steps.after(
                Steps.after(named, () -> ask(look::place)),
                () -> session.otherPlaces().describe(look))
            : named;
    CompletionStage<Outcome> shown = Steps.after(described, () -> ask(look::status));
    return dialect().has(Trait.PERSONAL_MESSAGE) && !look.message().isEmpty()
        ? Steps.after(shown, () -> message(look))
        : shown;
  }

  @Override
  public CompletionStage<Outcome> status(Look look) {
    CompletionStage<Outcome> shown = ask(look::status);
    return dialect().has(Trait.ENDPOINTS)
        ? Steps.after(shown, () -> session.otherPlaces().describe(look))
        : shown;
  }

  @Override
  public CompletionStage<Outcome> message(Look look) {
    return dialect().has(Trait.PERSONAL_MESSAGE)
        ? ask(trId -> look.message(trId, dialect()))
        : CompletableFuture.completedStage(
            Outcome.failed(new Failure.NotInThisDialect(dialect().name())));
  }

  @Override
  public CompletionStage<Outcome> name(String name) {
    EncodedText text = EncodedText.of(name);
    return ask(trId ->
        dialect().has(Trait.OWN_NAME) ? new RenameSelf(trId, text) : new Rename(trId, self, text));
  }

  private CompletionStage<Outcome> ask(Function<TrId, ClientCommand> command) {
    return session.ask(command).thenApply(Reply::outcome);
  }

  private Dialect dialect() {
    return session.dialect();
  }
}
