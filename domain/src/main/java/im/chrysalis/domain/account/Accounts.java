package im.chrysalis.domain.account;

import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The port by which accounts are found. Every answer comes later; nothing here blocks. */
public interface Accounts {
  /** The account with the address, or nothing. */
  CompletionStage<Optional<Card>> byAddress(EmailAddress address);

  /**
   * The account with the address and the password that an old client proves, or nothing when there
   * is no such account or it does not admit old clients. The two are not told apart.
   */
  CompletionStage<Optional<LegacySecret>> legacySecret(EmailAddress address);

  /**
   * People who opted into the directory and match all facts.
   *
   * @param facts what to look for; only the keys of {@link DirectoryFact}, never empty text
   * @param most how many at most
   */
  CompletionStage<List<DirectoryEntry>> find(Map<DirectoryFact, String> facts, int most);

  /**
   * The CIDs of everybody on any list of an account, those included who have the account on their
   * forward list.
   *
   * @return empty when there is no such account
   */
  CompletionStage<Map<AccountId, Long>> cidsAround(AccountId owner);

  /** The CIDs of accounts, without those that are not there. */
  CompletionStage<Map<AccountId, Long>> cids(Set<AccountId> accounts);

  /** Keeps an invitation of somebody who has no account, for the operator to see and to send. */
  CompletionStage<Void> keepInvitation(Card inviter, EmailAddress invited, String text);

  /** An account that admits old clients, and its password. */
  record LegacySecret(Card card, String password) {
    @Override
    public String toString() {
      return "LegacySecret[" + card + "]";
    }
  }
}
