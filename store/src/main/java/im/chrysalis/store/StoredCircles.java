package im.chrysalis.store;

import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleChange;
import im.chrysalis.domain.circle.CircleOutcome;
import im.chrysalis.domain.circle.CircleOutcome.Done;
import im.chrysalis.domain.circle.CircleOutcome.Refused;
import im.chrysalis.domain.circle.CircleRefusal;
import im.chrysalis.domain.circle.CircleRole;
import im.chrysalis.domain.circle.Circles;
import im.chrysalis.domain.circle.Newcomer;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Circles as they are kept. Changes are decided in the writer's turn, from what the rows say then;
 * whoever is to hear of them does so on the thread that gives the writer's answers.
 */
final class StoredCircles implements Circles {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Reads reads;
  private final Writer writer;
  private final InstantSource clock;
  private final Consumer<CircleChange> listener;

  /** What came of a request, and what is to be told of it. */
  private record Written(CircleOutcome outcome, Optional<CircleChange> change) {}

  /** Decides about a circle as it is. */
  @FunctionalInterface
  private interface Decision {
    CircleOutcome about(Circle circle, Sql sql, Instant now);
  }

  StoredCircles(Reads reads, Writer writer, InstantSource clock, Consumer<CircleChange> listener) {
    this.reads = reads;
    this.writer = writer;
    this.clock = clock;
    this.listener = listener;
  }

  @Override
  public CompletionStage<Optional<Circle>> find(CircleId id) {
    return reads.submit(sql -> CircleRows.find(sql, id));
  }

  @Override
  public CompletionStage<List<Circle>> of(AccountId who) {
    return reads.submit(sql -> CircleRows.wanted(sql, who));
  }

  @Override
  public CompletionStage<Long> version(AccountId who) {
    return reads.submit(sql -> CircleRows.version(sql, who));
  }

  @Override
  public CompletionStage<CircleOutcome> create(AccountId owner, String name) {
    return submit(sql ->
        CircleRows.newcomer(sql, owner)
            .map(founder -> found(sql, founder, name))
            .orElseGet(() -> refused(CircleRefusal.NO_SUCH_ACCOUNT)));
  }

  private Written found(Sql sql, Newcomer founder, String name) {
    while (true) {
      CircleId id = new CircleId(RANDOM.nextLong(1, CircleId.MAX + 1));
      CircleOutcome outcome = Circle.founded(id, name, founder, now());
      if (!(outcome instanceof Done(Circle circle))) {
        return new Written(outcome, Optional.empty());
      }
      if (CircleRows.insert(sql, circle)) {
        CircleRows.raiseVersions(sql, List.of(circle.owner()));
        return new Written(outcome, Optional.of(new CircleChange(circle.withoutMembers(), circle)));
      }
    }
  }

  @Override
  public CompletionStage<CircleOutcome> invite(
      CircleId id, AccountId by, AccountId whom, String message) {
    return change(
        id,
        (circle, sql, now) ->
            CircleRows.newcomer(sql, whom)
                .map(it -> circle.invite(by, it, message, now))
                .orElse(new Refused(CircleRefusal.NO_SUCH_ACCOUNT)));
  }

  @Override
  public CompletionStage<CircleOutcome> answer(CircleId id, AccountId who, boolean accept) {
    return change(
        id,
        (circle, sql, now) ->
            CircleRows.newcomer(sql, who)
                .map(it -> circle.answer(it, accept, now))
                .orElse(new Refused(CircleRefusal.NO_SUCH_ACCOUNT)));
  }

  @Override
  public CompletionStage<CircleOutcome> leave(CircleId id, AccountId who) {
    return change(id, (circle, _, now) -> circle.leave(who, now));
  }

  @Override
  public CompletionStage<CircleOutcome> remove(CircleId id, AccountId by, AccountId whom) {
    return change(id, (circle, _, now) -> circle.remove(by, whom, now));
  }

  @Override
  public CompletionStage<CircleOutcome> setRole(
      CircleId id, AccountId by, AccountId whom, CircleRole role) {
    return change(id, (circle, _, now) -> circle.setRole(by, whom, role, now));
  }

  @Override
  public CompletionStage<CircleOutcome> rename(CircleId id, AccountId by, String name) {
    return change(id, (circle, _, now) -> circle.rename(by, name, now));
  }

  @Override
  public CompletionStage<CircleOutcome> block(CircleId id, AccountId who, boolean blocked) {
    return change(id, (circle, _, now) -> circle.block(who, blocked, now));
  }

  /** Takes somebody out of all circles, within the transaction that ends their account. */
  List<CircleChange> leaveAll(Sql sql, AccountId who) {
    List<CircleChange> changes = new ArrayList<>();
    for (Circle seen : CircleRows.around(sql, who)) {
      CircleRows.lock(sql, seen.id())
          .map(before -> write(sql, before, before.leave(who, now())))
          .flatMap(Written::change)
          .ifPresent(changes::add);
    }
    return changes;
  }

  /** Tells of changes that are stored. */
  void announce(List<CircleChange> changes) {
    changes.forEach(listener);
  }

  private CompletionStage<CircleOutcome> change(CircleId id, Decision decision) {
    return submit(sql ->
        CircleRows.lock(sql, id)
            .map(before -> write(sql, before, decision.about(before, sql, now())))
            .orElseGet(() -> refused(CircleRefusal.NO_SUCH_CIRCLE)));
  }

  private CompletionStage<CircleOutcome> submit(Database.Work<Written> work) {
    return writer
        .submit(work, written -> announce(written.change().stream().toList()))
        .thenApply(Written::outcome);
  }

  private static Written write(Sql sql, Circle before, CircleOutcome outcome) {
    if (!(outcome instanceof Done(Circle after)) || after.equals(before)) {
      return new Written(outcome, Optional.empty());
    }
    CircleChange change = new CircleChange(before, after);
    CircleRows.update(sql, before, after);
    CircleRows.raiseVersions(sql, change.concerned());
    return new Written(outcome, Optional.of(change));
  }

  private static Written refused(CircleRefusal why) {
    return new Written(new Refused(why), Optional.empty());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
