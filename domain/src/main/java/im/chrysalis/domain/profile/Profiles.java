package im.chrysalis.domain.profile;

import im.chrysalis.values.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The port by which profiles are read and changed. The last change wins; nobody is told of it, as
 * those who are there say for themselves how they appear. Nothing here blocks. Changes are done
 * when they would survive the loss of power, and do nothing when there is no such account.
 */
public interface Profiles {
  /** What somebody shows; the empty profile when nothing was set or there is no such account. */
  CompletionStage<Profile> of(AccountId owner);

  /** The picture that somebody shows now, if any. */
  CompletionStage<Optional<Picture>> picture(AccountId owner);

  /**
   * Sets the personal message.
   *
   * @param message at most {@link Profile#MAX_MESSAGE} characters, without NUL; empty for none
   */
  CompletionStage<Void> say(AccountId owner, String message, Instant now);

  /**
   * Shows a picture in place of the one before.
   *
   * @return its number
   */
  CompletionStage<Integer> show(AccountId owner, Picture picture, Instant now);

  /**
   * Shows no picture any more.
   *
   * @param number which one; nothing is done when another one is shown by now
   */
  CompletionStage<Void> hide(AccountId owner, int number, Instant now);
}
