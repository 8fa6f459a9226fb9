package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.Passwords;
import im.chrysalis.domain.account.Passwords.PasswordCheck;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.server.access.PasswordGuard;
import im.chrysalis.server.session.ServerMeters;
import im.chrysalis.values.EmailAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives a ticket for a password, within the limits of wrong ones. Nothing here blocks. */
final class TicketOffice {
  private static final Logger LOG = LoggerFactory.getLogger(TicketOffice.class);

  private final Passwords passwords;
  private final Tickets tickets;
  private final PasswordGuard guard;
  private final Timer timer;
  private final ServerMeters meters;

  /** What became of the wish for a ticket. */
  sealed interface Outcome {
    record Issued(Ticket ticket) implements Outcome {}

    /** No ticket; the sentence is for the person at the client. */
    record Refused(String sentence) implements Outcome {}

    /** Too many are asking: to be asked again later. */
    record Busy() implements Outcome {}
  }

  private static final Outcome WRONG = new Outcome.Refused("Wrong address or password.");
  private static final Outcome TOO_MANY =
      new Outcome.Refused("Too many wrong passwords. Please try again later.");

  TicketOffice(
      Passwords passwords, Tickets tickets, PasswordGuard guard, Timer timer, ServerMeters meters) {
    this.passwords = passwords;
    this.tickets = tickets;
    this.guard = guard;
    this.timer = timer;
    this.meters = meters;
  }

  /**
   * Issues a ticket if the password is right.
   *
   * @param name what the client says who it is; may be no address at all
   */
  CompletionStage<Outcome> issue(
      String name, String password, InetAddress from, Mechanism mechanism) {
    Optional<EmailAddress> address = EmailAddress.parse(name.strip());
    if (address.isEmpty()) {
      return CompletableFuture.completedStage(WRONG);
    }
    EmailAddress account = address.get();
    if (!guard.admits(from, account)) {
      return delayed(from, refused(TOO_MANY, from, account, mechanism));
    }
    return passwords
        .verify(account, password)
        .thenCompose(check ->
            switch (check) {
              case PasswordCheck.Right(Card card) -> {
                guard.right(from, account);
                yield issue(card, from, mechanism);
              }
              case PasswordCheck.Wrong _ -> {
                guard.wrong(from, account);
                yield delayed(from, refused(WRONG, from, account, mechanism));
              }
              case PasswordCheck.Busy _ -> CompletableFuture.completedStage(new Outcome.Busy());
            });
  }

  private CompletionStage<Outcome> issue(Card card, InetAddress from, Mechanism mechanism) {
    return tickets
        .issue(card.id(), mechanism)
        .thenApply(ticket ->
            // the account may have been deleted since its password was looked at
            ticket
                .<Outcome>map(Outcome.Issued::new)
                .orElseGet(() -> refused(WRONG, from, card.address(), mechanism)));
  }

  private Outcome refused(
      Outcome why, InetAddress from, EmailAddress account, Mechanism mechanism) {
    LOG.info(
        "event=ticket-refused remote={} account={} by={}",
        from.getHostAddress(),
        account,
        mechanism);
    meters.refused();
    return why;
  }

  private CompletionStage<Outcome> delayed(InetAddress from, Outcome outcome) {
    Duration delay = guard.delay(from);
    if (delay.isZero()) {
      return CompletableFuture.completedStage(outcome);
    }
    CompletableFuture<Outcome> later = new CompletableFuture<>();
    timer.after(delay, () -> later.complete(outcome));
    return later;
  }
}
