package im.chrysalis.cluster;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.values.AccountId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store whose next changes can be held up, or fail. */
public final class HeldStore implements PersonStore {
  private final PersonStore real;
  private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

  public HeldStore(PersonStore real) {
    this.real = real;
  }

  @Override
  public CompletionStage<Optional<Roster>> load(AccountId who) {
    return real.load(who);
  }

  @Override
  public CompletionStage<Void> commit(AccountId owner, Change change) {
    return gate.thenCompose(_ -> real.commit(owner, change));
  }

  /** Holds up all changes from now on until the returned future is completed. */
  public CompletableFuture<Void> hold() {
    CompletableFuture<Void> held = new CompletableFuture<>();
    gate = held;
    return held;
  }

  /** Lets changes through again. */
  public void release() {
    gate.complete(null);
    gate = CompletableFuture.completedFuture(null);
  }
}
