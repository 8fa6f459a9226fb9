package im.chrysalis.store;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.values.AccountId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Persons as they are kept. */
final class StoredPeople implements PersonStore {
  private final Reads reads;
  private final Writer writer;
  private final RosterReader rosters = new RosterReader();

  StoredPeople(Reads reads, Writer writer) {
    this.reads = reads;
    this.writer = writer;
  }

  @Override
  public CompletionStage<Optional<Roster>> load(AccountId who) {
    return reads.submit(sql -> rosters.read(sql, who));
  }

  @Override
  public CompletionStage<Void> commit(AccountId owner, Change change) {
    return writer
        .submit(sql -> ChangeWriter.write(sql, owner, change))
        .thenCompose(exists ->
            exists
                ? CompletableFuture.completedStage(null)
                : CompletableFuture.failedStage(new NoSuchPerson(owner)));
  }
}
