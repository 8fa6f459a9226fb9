package im.chrysalis.domain.person;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.values.AccountId;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The port by which persons are read and their changes kept. Nothing here blocks the caller. */
public interface PersonStore {
  /**
   * Everything that is kept of a person, or nothing when there is no such account. Reverse entries
   * are derived from everybody's forward lists; somebody who has the person on theirs is pending
   * when the person neither allows nor blocks them and never decided about them (see {@link
   * Change.ContactBecomes}). Views are offline and hold the properties that the owner may know.
   */
  CompletionStage<Optional<Roster>> load(AccountId who);

  /**
   * Keeps a change, together with the list version it carries.
   *
   * @return done when it would survive the loss of power; several changes may share one
   *     transaction, and are done in the order in which they were handed over. Fails with {@link
   *     People.NoSuchPerson} when the owner has no account any more; other failures leave the store
   *     as it was
   */
  CompletionStage<Void> commit(AccountId owner, Change change);
}
