package im.chrysalis.store;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.ProofSecret;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.domain.account.TicketId;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.values.AccountId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tickets as they are kept. Issuing one sweeps out those that have expired, now and then. */
final class StoredTickets implements Tickets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration SWEEP_EVERY = Duration.ofHours(1);

  private final Writer writer;
  private final TicketRows rows;
  private final InstantSource clock;
  private final UntilAltered<TicketId, TicketRows.Sealed> lately;
  private Instant nextSweep = Instant.MIN; // the writer's

  /**
   * Tickets.
   *
   * @param alone whether no other process writes to the database
   */
  StoredTickets(Reads reads, Writer writer, SecretBox box, InstantSource clock, boolean alone) {
    this.writer = writer;
    this.rows = new TicketRows(box);
    this.clock = clock;
    this.lately = new UntilAltered<>(reads, writer.alterations().of("ticket", "account"), alone);
  }

  @Override
  public CompletionStage<Optional<Ticket>> issue(AccountId account, Mechanism mechanism) {
    return writer.submit(sql -> {
      sweepNowAndThen(sql);
      Optional<Ticket> ticket = AccountRows.find(sql, account).map(it -> fresh(it, mechanism));
      ticket.ifPresent(it -> rows.insert(sql, it));
      return ticket;
    });
  }

  /** Seldom, because it makes all that was read stale. */
  private void sweepNowAndThen(Sql sql) {
    Instant now = clock.instant();
    if (!now.isBefore(nextSweep)) {
      TicketRows.sweep(sql, now);
      nextSweep = now.plus(SWEEP_EVERY);
    }
  }

  private Ticket fresh(Account account, Mechanism mechanism) {
    return new Ticket(
        TicketId.fresh(RANDOM),
        account,
        mechanism,
        ProofSecret.fresh(RANDOM),
        ProofSecret.fresh(RANDOM),
        expiry());
  }

  private Instant expiry() {
    return clock.instant().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public CompletionStage<Optional<Ticket>> find(String presented) {
    return TicketId.read(presented)
        .<CompletionStage<Optional<Ticket>>>map(this::find)
        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
  }

  private CompletionStage<Optional<Ticket>> find(TicketId id) {
    return lately
        .find(
            id,
            row -> row.expires().isAfter(clock.instant()),
            sql -> TicketRows.find(sql, id, clock.instant()))
        .thenApply(found -> found.flatMap(row -> rows.open(id, row)));
  }

  @Override
  public CompletionStage<Boolean> extend(TicketId id) {
    return writer.submit(sql -> TicketRows.extend(sql, id, clock.instant(), expiry()));
  }

  @Override
  public CompletionStage<Void> endAllOf(AccountId account) {
    return writer
        .submit(sql -> {
          TicketRows.endAllOf(sql, account);
          return account;
        })
        .thenApply(_ -> null);
  }
}
