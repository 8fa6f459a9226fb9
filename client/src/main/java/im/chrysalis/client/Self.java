package im.chrysalis.client;

import im.chrysalis.client.web.BookWish;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand;
import im.chrysalis.wire.command.ClientCommand.Rename;
import im.chrysalis.wire.command.ClientCommand.RenameSelf;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The account itself: how it is called and wants to appear, also after coming back, and from where
 * it is signed in. Changed on the messenger's turn; may be read anywhere.
 */
final class Self {
  private final Office office;
  private final Lifeline lifeline;
  private volatile Look look;
  private volatile String name;
  private volatile List<Place> places = List.of();

  Self(Office office, Lifeline lifeline, Options options) {
    this.office = office;
    this.lifeline = lifeline;
    look = new Look(options.status(), PersonalMessage.NONE, options.abilities(), Optional.empty());
    name = office.self().text();
  }

  /** How the account wants to appear. */
  Look look() {
    return look;
  }

  String name() {
    return name;
  }

  /** From where the account is signed in. */
  List<Place> places() {
    return places;
  }

  /** The server says how the account is called. */
  void named(String now) {
    name = now;
  }

  /** The server says from where it is signed in. */
  void places(List<Place> now) {
    if (!now.equals(places)) {
      places = now;
      office.delivery().tell(new Event.PlacesChanged(now));
    }
  }

  /** There is no connection. */
  void isNowhere() {
    places = List.of();
  }

  /** Another status. */
  CompletionStage<Outcome> status(Status wanted) {
    return Steps.after(
        change(trId -> look.with(wanted).status(trId), () -> look = look.with(wanted)),
        () ->
            lifeline
                .session()
                .filter(session -> session.dialect().has(Trait.ENDPOINTS))
                .map(session -> session.otherPlaces().describe(look))
                .orElseGet(() -> CompletableFuture.completedStage(Outcome.done())));
  }

  /** Another personal message. */
  CompletionStage<Outcome> tell(PersonalMessage wanted) {
    return ifSpoken(
        dialect -> dialect.has(Trait.PERSONAL_MESSAGE),
        session ->
            change(
                trId -> look.telling(wanted).message(trId, session.dialect()),
                () -> look = look.telling(wanted)));
  }

  /** Another name. */
  CompletionStage<Outcome> rename(String wanted) {
    EncodedText text = EncodedText.of(wanted);
    return ifSpoken(
        _ -> true,
        session -> {
          Dialect dialect = session.dialect();
          CompletionStage<Outcome> written =
              dialect.hasAddressBook()
                  ? lifeline.desk().ask(BookWish.rename(wanted)).thenApply(Desk.Heard::outcome)
                  : CompletableFuture.completedStage(Outcome.done());
          return Steps.after(
              written,
              () ->
                  change(
                      trId ->
                          dialect.has(Trait.OWN_NAME)
                              ? new RenameSelf(trId, text)
                              : new Rename(trId, office.self(), text),
                      () -> name = wanted));
        });
  }

  /** Asks another place of the account to sign out. */
  CompletionStage<Outcome> signOut(EndpointId other) {
    return ifSpoken(
        dialect -> dialect.has(Trait.ENDPOINTS), session -> session.otherPlaces().signOut(other));
  }

  /** Asks all other places of the account to sign out. */
  CompletionStage<Outcome> signOutOthers() {
    return ifSpoken(
        dialect -> dialect.has(Trait.ENDPOINTS), session -> session.otherPlaces().signOutAll());
  }

  /** Leaves a message for somebody. */
  CompletionStage<Outcome> leaveMessage(EmailAddress to, String text) {
    return ifSpoken(WebServices::areNeededFor, _ -> lifeline.letterbox().leave(to, text, name));
  }

  private CompletionStage<Outcome> ifSpoken(
      Predicate<Dialect> has, Function<Session, CompletionStage<Outcome>> what) {
    Optional<Session> session = lifeline.session();
    if (session.isEmpty()) {
      return CompletableFuture.completedStage(Outcome.failed(new Failure.NotConnected()));
    }
    Dialect dialect = session.get().dialect();
    return has.test(dialect)
        ? what.apply(session.get())
        : CompletableFuture.completedStage(
            Outcome.failed(new Failure.NotInThisDialect(dialect.name())));
  }

  /** Asks the server for something that holds once it is confirmed. */
  private CompletionStage<Outcome> change(Function<TrId, ClientCommand> command, Runnable holds) {
    return lifeline
        .ask(command)
        .thenApply(reply -> {
          if (reply.outcome().isDone()) {
            holds.run();
          }
          return reply.outcome();
        });
  }
}
