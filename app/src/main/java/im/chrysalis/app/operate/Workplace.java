package im.chrysalis.app.operate;

import im.chrysalis.app.config.Configuration;
import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.Request;
import im.chrysalis.store.Store;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * What orders work on.
 *
 * @param people everybody who is signed in, and who hear of changes
 * @param server how a running server takes over changed settings; absent when none runs
 */
public record Workplace(
    Configuration configuration, Store store, People people, Optional<Reloading> server) {

  /** Takes over changed settings. */
  @FunctionalInterface
  public interface Reloading {
    /**
     * Reads the configuration again and takes over what can be.
     *
     * @throws Refused when it can't be used; then nothing has changed
     */
    Reload.Done reload() throws Refused;
  }

  static EmailAddress address(String text) throws Refused {
    try {
      return EmailAddress.of(text);
    } catch (IllegalArgumentException wrong) {
      throw new Refused(String.valueOf(wrong.getMessage()));
    }
  }

  Account account(String address) throws Refused {
    return store
        .registry()
        .find(address(address))
        .orElseThrow(() -> new Refused("there is no account " + address));
  }

  /** Asks a person and waits for the answer. */
  <R> R ask(AccountId who, Request<R> request) throws Refused {
    try {
      return people.ask(who, request).toCompletableFuture().join();
    } catch (CompletionException fault) {
      if (fault.getCause() instanceof People.NoSuchPerson) {
        throw new Refused("there is no such account any more");
      }
      throw fault;
    }
  }
}
