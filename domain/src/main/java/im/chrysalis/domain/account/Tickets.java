package im.chrysalis.domain.account;

import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The port by which tickets are given out and known again. They outlive the server, and are kept so
 * that whoever reads the store can't use them. An account that is deleted, or whose password is
 * replaced, has none any more. Every answer comes later; nothing here blocks.
 *
 * @see <a href="../../../../../../../../docs/protocol/tickets.md">docs/protocol/tickets.md</a>
 */
public interface Tickets {
  /** How long a ticket is good after it was issued or last extended. */
  Duration VALIDITY = Duration.ofHours(24);

  /**
   * Makes a ticket for somebody who has proven who they are.
   *
   * @return the ticket, once it is stored; nothing when there is no such account (any more)
   */
  CompletionStage<Optional<Ticket>> issue(AccountId account, Mechanism mechanism);

  /**
   * The ticket that a client presents.
   *
   * @param presented in any of the forms of {@link TicketId#read}
   * @return nothing when it is none, unknown, expired or ended
   */
  CompletionStage<Optional<Ticket>> find(String presented);

  /**
   * Makes a ticket good for another {@link #VALIDITY} from now. A session does so now and then, a
   * few times within that time, for the ticket it was signed in with.
   *
   * @return whether it was still good; one that was not stays so
   */
  CompletionStage<Boolean> extend(TicketId id);

  /** Ends all tickets of an account, for one that may not sign in any more. */
  CompletionStage<Void> endAllOf(AccountId account);
}
