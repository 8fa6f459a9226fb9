package im.chrysalis.client;

import im.chrysalis.client.web.BookWish;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Status;
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
    Look now = look.with(wanted);
    return change(session -> session.showing().status(now), () -> look = now);
  }

  /** Another personal message. */
  CompletionStage<Outcome> tell(PersonalMessage wanted) {
    Look now = look.telling(wanted);
    return change(session -> session.showing().message(now), () -> look = now);
  }

  /** Another name. */
  CompletionStage<Outcome> rename(String wanted) {
    return ifSpoken(
        _ -> true,
        session -> {
          CompletionStage<Outcome> written =
              session.dialect().hasAddressBook()
                  ? lifeline.desk().ask(BookWish.rename(wanted)).thenApply(Desk.Heard::outcome)
                  : CompletableFuture.completedStage(Outcome.done());
          return Steps.after(
              written, () -> change(it -> it.showing().name(wanted), () -> name = wanted));
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
        dialect -> dialect.has(Trait.ENDPOINTS),
        session -> session.otherPlaces().signOutAll(places));
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

  /** Shows something that holds once it is confirmed. */
  private CompletionStage<Outcome> change(
      Function<Session, CompletionStage<Outcome>> how, Runnable holds) {
    return ifSpoken(_ -> true, how)
        .thenApply(outcome -> {
          if (outcome.isDone()) {
            holds.run();
          }
          return outcome;
        });
  }
}
