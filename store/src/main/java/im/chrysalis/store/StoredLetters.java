package im.chrysalis.store;

import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.offline.OfflineMessages;
import im.chrysalis.values.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Offline messages as their owners read them. */
final class StoredLetters implements OfflineMessages {
  private final Reads reads;

  StoredLetters(Reads reads) {
    this.reads = reads;
  }

  @Override
  public CompletionStage<List<OfflineMessage>> waiting(AccountId owner) {
    return reads.submit(sql -> Letters.all(sql, owner));
  }

  @Override
  public CompletionStage<Optional<OfflineMessage>> read(AccountId owner, UUID id) {
    return reads.submit(sql -> Letters.find(sql, owner, id));
  }
}
