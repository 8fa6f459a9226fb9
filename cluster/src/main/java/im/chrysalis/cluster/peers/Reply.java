package im.chrysalis.cluster.peers;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.domain.person.Request.Acknowledged;
import im.chrysalis.domain.person.Request.Introduction;
import im.chrysalis.domain.person.Request.RosterCopy;
import im.chrysalis.values.AccountId;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An answer on its way to another node. */
sealed interface Reply {
  record SignedIn(Account account) implements Reply {}

  record Done() implements Reply {}

  record Lists(RosterCopy roster) implements Reply {}

  record Rings(boolean rings) implements Reply {}

  record Introduced(Optional<Introduction> who) implements Reply {}

  record Edited(Outcome outcome) implements Reply {}

  record NobodyThere(AccountId who) implements Reply {}

  record Failed(String why) implements Reply {}

  /** The reply that carries an answer. */
  static Reply of(Object answer) {
    return switch (answer) {
      case Account account -> new SignedIn(account);
      case Acknowledged _ -> new Done();
      case RosterCopy roster -> new Lists(roster);
      case Boolean rings -> new Rings(rings);
      case Outcome outcome -> new Edited(outcome);
      case Optional<?> who -> new Introduced(who.map(Introduction.class::cast));
      default -> throw new IllegalArgumentException("no answer of a person: " + answer);
    };
  }

  /** The reply that carries a failure. */
  static Reply failed(AccountId who, Throwable why) {
    return why instanceof NoSuchPerson ? new NobodyThere(who) : new Failed(why.toString());
  }

  /** Gives the answer to whoever asked. */
  default void giveTo(CompletableFuture<Object> waiter) {
    switch (this) {
      case SignedIn(Account account) -> waiter.complete(account);
      case Done() -> waiter.complete(Acknowledged.DONE);
      case Lists(RosterCopy roster) -> waiter.complete(roster);
      case Rings(boolean rings) -> waiter.complete(rings);
      case Introduced(Optional<Introduction> who) -> waiter.complete(who);
      case Edited(Outcome outcome) -> waiter.complete(outcome);
      case NobodyThere(AccountId who) -> waiter.completeExceptionally(new NoSuchPerson(who));
      case Failed(String why) -> waiter.completeExceptionally(new IOException(why));
    }
  }
}
