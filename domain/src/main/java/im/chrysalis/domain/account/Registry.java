package im.chrysalis.domain.account;

import im.chrysalis.values.EmailAddress;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The operator's side of accounts: making, listing and moving them. Blocks until what was asked for
 * is stored, so it is for commands and virtual threads, never for event loops. An account is
 * removed by its person, not here, because others must hear of it.
 */
public interface Registry {
  /** Makes an account, or says why not. */
  Creation create(NewAccount wanted);

  /** The account with the address. */
  Optional<Account> find(EmailAddress address);

  /** Whether there is no account at all. */
  boolean isEmpty();

  /** Hands over every account in the order of numbers, without holding all of them at once. */
  void list(Consumer<Account> each);

  /**
   * Replaces an account's password, and with it all forms in which it is kept; ends its tickets.
   *
   * @return why it was not done, or nothing when it was
   */
  Optional<Problem> setPassword(EmailAddress address, String password);

  /**
   * Puts somebody into the directory, with exactly these facts; without any, takes them out.
   *
   * @return why it was not done, or nothing when it was
   */
  Optional<Problem> setListing(EmailAddress address, Map<DirectoryFact, String> facts);

  /** Invitations of people who have no account, oldest first. */
  List<KeptInvitation> invitations();

  /** Those of them that wait to be sent, oldest first. */
  List<KeptInvitation> queuedInvitations();

  /**
   * Puts an invitation into another state.
   *
   * @return the invitation in its new state; nothing when it is not any more as it was read, since
   *     another server has taken it, or somebody has renewed or removed it
   */
  Optional<KeptInvitation> move(KeptInvitation invitation, KeptInvitation.State next);

  /**
   * Makes accounts and their lists from JSON, one object a line; empty lines are passed over. Links
   * between accounts are made after the last line, so that a line may name accounts of later ones
   * and accounts that were there before. Everything is stored together or not at all; while it is
   * being written, which takes seconds for ten thousands of accounts, other changes wait.
   *
   * @param skipBad whether to import the good lines when some are bad. A line that is bad only
   *     because it names a contact without account is imported without that contact
   * @param testHashes whether passwords get hashes that cost next to nothing, which protect nobody:
   *     for benchmarks
   * @throws IOException when reading fails; then nothing is imported
   */
  ImportReport importLines(Reader lines, boolean skipBad, boolean testHashes) throws IOException;

  /** The same with ordinary hashes. */
  default ImportReport importLines(Reader lines, boolean skipBad) throws IOException {
    return importLines(lines, skipBad, false);
  }

  /**
   * Writes every account as {@link #importLines} reads it, in the order of numbers, secrets
   * included: passwords as hashes, those for old clients readable, since another network has
   * another key.
   *
   * @return how many accounts
   * @throws IOException when writing fails
   */
  long exportLines(Appendable out) throws IOException;

  /** What became of a wish for an account. */
  sealed interface Creation {
    record Made(Account account) implements Creation {}

    record Refused(Problem why) implements Creation {}
  }

  /** Why an account is not made or changed. */
  enum Problem {
    NO_SUCH_ACCOUNT("there is no such account"),
    ADDRESS_TAKEN("there is an account with this address already"),
    ALIAS_TAKEN("another account has this alias"),
    NUMBER_TAKEN("another account has this number"),
    NUMBER_WAS_USED("this number belonged to an account that was deleted"),
    NUMBER_OUT_OF_RANGE("the number must be from 10001 to 4000000000"),
    GUID_TAKEN("another account has this guid"),
    CID_TAKEN("another account has this cid"),
    PASSWORD_TOO_SHORT("the password needs at least " + PasswordRule.MIN_LENGTH + " characters"),
    PASSWORD_TOO_LONG("the password may have at most " + PasswordRule.MAX_LENGTH + " characters");

    private final String sentence;

    Problem(String sentence) {
      this.sentence = sentence;
    }

    /** For people: without capital and full stop. */
    public String sentence() {
      return sentence;
    }
  }
}
