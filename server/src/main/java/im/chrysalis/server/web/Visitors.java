package im.chrysalis.server.web;

import im.chrysalis.values.AccountId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The port by which web services learn who asks. */
@FunctionalInterface
public interface Visitors {
  /**
   * Whose ticket it is.
   *
   * @param ticket as the client presented it, XML unescaped: {@code t=...&p=...}, the bare ticket,
   *     or the value of the cookie {@code MSPAuth}
   * @return nothing when the ticket is not valid, or not any more
   */
  CompletionStage<Optional<AccountId>> of(String ticket);
}
