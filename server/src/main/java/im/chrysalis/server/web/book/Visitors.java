package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Tickets;
import im.chrysalis.values.AccountId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The port by which the book learns who asks. */
public interface Visitors {
  /**
   * Whose ticket it is.
   *
   * @param ticket as the client presented it, XML unescaped: {@code t=...&p=...}, the bare ticket,
   *     or the value of the cookie {@code MSPAuth}
   * @return nothing when the ticket is not valid, or not any more
   */
  CompletionStage<Optional<Visitor>> of(String ticket);

  /** Those who have a ticket of the network's. */
  static Visitors by(Tickets tickets) {
    return text ->
        tickets
            .find(text)
            .thenApply(found -> found.map(it -> new Visitor(it.account().card().id())));
  }

  /** Somebody with a valid ticket; signed in elsewhere or not. */
  record Visitor(AccountId account) {}
}
