package im.chrysalis.store;

import im.chrysalis.domain.circle.CircleChange;
import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.person.People.NoSuchPerson;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.values.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Persons as they are kept. */
final class StoredPeople implements PersonStore {
  private final Reads reads;
  private final Writer writer;
  private final StoredCircles circles;
  private final RosterReader rosters = new RosterReader();

  /** Whether there was somebody to change, and which circles they left by it. */
  private record Written(boolean exists, List<CircleChange> left) {}

  StoredPeople(Reads reads, Writer writer, StoredCircles circles) {
    this.reads = reads;
    this.writer = writer;
    this.circles = circles;
  }

  @Override
  public CompletionStage<Optional<Roster>> load(AccountId who) {
    return reads.submit(sql -> rosters.read(sql, who));
  }

  @Override
  public CompletionStage<Void> commit(AccountId owner, Change change) {
    return writer
        .submit(sql -> write(sql, owner, change), written -> circles.announce(written.left()))
        .thenCompose(written ->
            written.exists()
                ? CompletableFuture.completedStage(null)
                : CompletableFuture.failedStage(new NoSuchPerson(owner)));
  }

  private Written write(Sql sql, AccountId owner, Change change) {
    List<CircleChange> left =
        change instanceof Change.AccountDeleted ? circles.leaveAll(sql, owner) : List.of();
    return new Written(ChangeWriter.write(sql, owner, change), left);
  }
}
