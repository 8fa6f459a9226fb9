package im.chrysalis.store;

import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.DirectoryEntry;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.store.Credentials.Kind;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Accounts as they are found by servers. */
final class StoredAccounts implements Accounts {
  private final Reads reads;
  private final Writer writer;
  private final SecretBox box;

  private final UntilAltered<EmailAddress, Sealed> lately;

  /** An account that admits old clients, its password still encrypted. */
  private record Sealed(Card card, String secret) {}

  /**
   * Accounts.
   *
   * @param alone whether no other process writes to the database
   */
  StoredAccounts(Reads reads, Writer writer, SecretBox box, boolean alone) {
    this.reads = reads;
    this.writer = writer;
    this.box = box;
    this.lately =
        new UntilAltered<>(reads, writer.alterations().of("account", "credential"), alone);
  }

  @Override
  public CompletionStage<Optional<Card>> byAddress(EmailAddress address) {
    return reads.submit(sql -> AccountRows.card(sql, address));
  }

  @Override
  public CompletionStage<Optional<LegacySecret>> legacySecret(EmailAddress address) {
    return lately
        .find(
            address,
            _ -> true,
            sql -> AccountRows.card(sql, address).flatMap(card -> sealed(sql, card)))
        .thenApply(found -> found.flatMap(this::open));
  }

  private static Optional<Sealed> sealed(Sql sql, Card card) {
    return Credentials.find(sql, card.id(), Kind.LEGACY).map(secret -> new Sealed(card, secret));
  }

  private Optional<LegacySecret> open(Sealed it) {
    return box.open(it.card().id(), it.secret())
        .map(password -> new LegacySecret(it.card(), password));
  }

  @Override
  public CompletionStage<List<DirectoryEntry>> find(Map<DirectoryFact, String> facts, int most) {
    return reads.submit(sql -> Directory.find(sql, facts, most));
  }

  @Override
  public CompletionStage<Map<AccountId, Long>> cidsAround(AccountId owner) {
    return reads.submit(sql -> AccountRows.cidsAround(sql, owner));
  }

  @Override
  public CompletionStage<Map<AccountId, Long>> cids(Set<AccountId> accounts) {
    return reads.submit(sql -> AccountRows.cids(sql, accounts));
  }

  @Override
  public CompletionStage<Void> keepInvitation(Card inviter, EmailAddress invited, String text) {
    return writer
        .submit(sql -> Invitations.keep(sql, inviter.id(), invited, text))
        .thenApply(_ -> null);
  }
}
