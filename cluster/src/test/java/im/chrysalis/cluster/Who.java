package im.chrysalis.cluster;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Hearing;
import im.chrysalis.domain.person.Notice;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EndpointId;
import im.chrysalis.values.Status;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Somebody, and the host through which they reach the others. */
public record Who(Account account, People people, SessionId nobody) {
  private static final int PATIENCE = 15;

  public AccountId id() {
    return account.card().id();
  }

  public Card card() {
    return account.card();
  }

  /** The same person where somebody else is. */
  public Who at(Who other) {
    return new Who(account, other.people, other.nobody);
  }

  /** The answer to a request, once it has come. */
  public <R> R ask(Request<R> request) throws Exception {
    try {
      return begin(request).get(PATIENCE, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("no answer to " + request, late);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  /** The answer to a request, when it comes. */
  public <R> CompletableFuture<R> begin(Request<R> request) {
    return people.ask(id(), request).toCompletableFuture();
  }

  /** Signs in where only one session may be. */
  public void enter(Session session) throws Exception {
    ask(new Request.SignIn(session, Optional.empty()));
  }

  /** Signs in from a place of its own, beside others. */
  public void enterBeside(Session session) throws Exception {
    EndpointId place = new EndpointId(UUID.randomUUID());
    ask(new Request.SignIn(session, Optional.of(place)));
  }

  /** Signs in from a place of its own with a client that needs no conversations. */
  public void enterHearing(Session session, EndpointId place) throws Exception {
    ask(new Request.SignIn(session, Optional.of(place), Hearing.DIRECTLY));
  }

  public void says(Session session, Status status) throws Exception {
    says(session, status, 0);
  }

  public void says(Session session, Status status, long mark) throws Exception {
    ask(status(session, status, mark));
  }

  public static Request.SetStatus status(Session session, Status status, long mark) {
    return new Request.SetStatus(
        session.id(), status, Capabilities.of(1L << 28), Optional.of("<msnobj/>"), mark);
  }

  public void leaves(Session session) {
    people.tell(id(), new Notice.SignOut(session.id()));
  }

  public Outcome adds(Who other, ContactList list) throws Exception {
    return ask(new Request.AddToList(nobody, other.card(), list, Optional.<GroupName>empty(), 0));
  }

  public Outcome removes(Who other, ContactList list) throws Exception {
    return ask(new Request.RemoveFromList(other.id(), list));
  }
}
