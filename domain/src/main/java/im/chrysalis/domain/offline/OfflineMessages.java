package im.chrysalis.domain.offline;

import im.chrysalis.values.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/**
 * The port by which what waits for a person is read. Messages are left and taken away by requests
 * to the person ({@link im.chrysalis.domain.person.Request.LeaveMessage LeaveMessage}, {@link
 * im.chrysalis.domain.person.Request.TakeMessages TakeMessages}), so that all of it happens in
 * order. Nothing here blocks.
 */
public interface OfflineMessages {
  /**
   * All that waits, in the order in which it was left; at most {@link Letterbox#MAX_MESSAGES}.
   * Empty as well when there is no such account.
   */
  CompletionStage<List<OfflineMessage>> waiting(AccountId owner);

  /** One of those, or nothing when there is none of the id, or not for this person. */
  CompletionStage<Optional<OfflineMessage>> read(AccountId owner, UUID id);
}
