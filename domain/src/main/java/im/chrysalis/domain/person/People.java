package im.chrysalis.domain.person;

import im.chrysalis.values.AccountId;
import java.util.concurrent.CompletionStage;

/**
 * The port to all persons of the network, wherever they live. A person is started on demand and
 * released when idle; messages of one sender to one person arrive in order.
 */
public interface People {
  /**
   * Asks a person.
   *
   * @return the answer; fails with {@link NoSuchPerson} when there is no such account, with {@link
   *     java.io.IOException}-like causes when the store fails. A change is stored before the answer
   *     comes
   */
  <R> CompletionStage<R> ask(AccountId who, Request<R> request);

  /** Tells a person; lost without a word when there is no such account. */
  void tell(AccountId who, Notice notice);

  /** There is no account with the number, or not any more. */
  final class NoSuchPerson extends Exception {
    private static final long serialVersionUID = 1L;

    public NoSuchPerson(AccountId who) {
      super("no account " + who, null, false, false);
    }
  }
}
