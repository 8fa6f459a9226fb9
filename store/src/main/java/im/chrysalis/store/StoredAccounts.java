package im.chrysalis.store;

import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.DirectoryEntry;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.store.Credentials.Kind;
import im.chrysalis.values.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Handle;

/** Accounts as they are found by servers. */
final class StoredAccounts implements Accounts {
  private final Reads reads;
  private final Writer writer;
  private final SecretBox box;

  StoredAccounts(Reads reads, Writer writer, SecretBox box) {
    this.reads = reads;
    this.writer = writer;
    this.box = box;
  }

  @Override
  public CompletionStage<Optional<Card>> byAddress(EmailAddress address) {
    return reads.submit(handle -> AccountRows.card(handle, address));
  }

  @Override
  public CompletionStage<Optional<LegacySecret>> legacySecret(EmailAddress address) {
    return reads.submit(
        handle -> AccountRows.card(handle, address).flatMap(card -> legacySecret(handle, card)));
  }

  private Optional<LegacySecret> legacySecret(Handle handle, Card card) {
    return Credentials.find(handle, card.id(), Kind.LEGACY)
        .flatMap(secret -> box.open(card.id(), secret))
        .map(password -> new LegacySecret(card, password));
  }

  @Override
  public CompletionStage<List<DirectoryEntry>> find(Map<DirectoryFact, String> facts, int most) {
    return reads.submit(handle -> Directory.find(handle, facts, most));
  }

  @Override
  public CompletionStage<Void> keepInvitation(Card inviter, EmailAddress invited, String text) {
    return writer
        .submit(handle -> Invitations.keep(handle, inviter.id(), invited, text))
        .thenApply(_ -> null);
  }
}
