package im.chrysalis.domain.account;

import im.chrysalis.values.EmailAddress;
import java.util.concurrent.CompletionStage;

/**
 * The port by which a password that a client hands over is checked. A check is slow on purpose;
 * only so many are under way at a time as there are cores, and few may wait. Nothing here blocks.
 */
public interface Passwords {
  /**
   * Checks a password. A wrong one and an unknown address are not told apart, nor by the time that
   * the answer takes.
   */
  CompletionStage<PasswordCheck> verify(EmailAddress address, String password);

  /** What became of a check. */
  sealed interface PasswordCheck {
    record Right(Card card) implements PasswordCheck {}

    record Wrong() implements PasswordCheck {}

    /** Too many checks are waiting: to be asked again later. */
    record Busy() implements PasswordCheck {}
  }
}
