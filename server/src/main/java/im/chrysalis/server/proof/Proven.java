package im.chrysalis.server.proof;

import im.chrysalis.domain.account.TicketId;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EndpointId;
import java.util.Optional;

/**
 * Somebody who has proven who they are.
 *
 * @param ticket with which they did, to be kept good while they are signed in
 * @param place where they are, if the client says so
 */
public record Proven(AccountId account, Optional<Shown> ticket, Optional<EndpointId> place) {

  /**
   * A ticket as the client shows it.
   *
   * @param text all of it, {@code t=...&p=...}
   */
  public record Shown(TicketId id, String text) {
    @Override
    public String toString() {
      return "Shown";
    }
  }
}
