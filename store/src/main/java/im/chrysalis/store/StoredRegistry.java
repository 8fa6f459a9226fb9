package im.chrysalis.store;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.account.ImportReport;
import im.chrysalis.domain.account.KeptInvitation;
import im.chrysalis.domain.account.KeptInvitation.State;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.PasswordRule;
import im.chrysalis.domain.account.Registry;
import im.chrysalis.store.Credentials.Secrets;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The operator's side, on the rows. */
final class StoredRegistry implements Registry {
  private static final int PAGE = 500;

  private final Reads reads;
  private final Writer writer;
  private final SecretBox box;
  private final Hashing hashing;

  StoredRegistry(Reads reads, Writer writer, SecretBox box, Hashing hashing) {
    this.reads = reads;
    this.writer = writer;
    this.box = box;
    this.hashing = hashing;
  }

  @Override
  public Creation create(NewAccount wanted) {
    Optional<Problem> complaint =
        wanted
            .password()
            .flatMap(PasswordRule::complaint)
            .or(() -> reads.call(sql -> AccountMaker.complaint(sql, wanted)));
    if (complaint.isPresent()) {
      return new Creation.Refused(complaint.get());
    }
    // not in the writer's turn, which would keep all others waiting
    Secrets hashed = wanted.password().map(this::hashed).orElse(Secrets.NONE);
    return writer.call(sql -> create(sql, wanted, hashed));
  }

  private Creation create(Sql sql, NewAccount wanted, Secrets hashed) {
    Optional<Problem> complaint = AccountMaker.complaint(sql, wanted);
    if (complaint.isPresent()) {
      return new Creation.Refused(complaint.get());
    }
    Account account = AccountMaker.account(sql, wanted, _ -> false);
    boolean legacy = wanted.legacyClients();
    if (!AccountRows.insert(sql, account, legacy, System.currentTimeMillis())) {
      // another server on the same database was faster
      return new Creation.Refused(AccountMaker.complaint(sql, wanted).orElseThrow());
    }
    AccountId id = account.card().id();
    Credentials.insert(sql, id, complete(hashed, id, wanted.password().filter(_ -> legacy)));
    return new Creation.Made(account);
  }

  private Secrets hashed(String password) {
    return hashing.call(() -> Secrets.hashed(password, hashing.strength()));
  }

  private Secrets complete(Secrets hashed, AccountId id, Optional<String> legacyPassword) {
    return legacyPassword.map(it -> hashed.withLegacy(box.close(id, it))).orElse(hashed);
  }

  @Override
  public Optional<Account> find(EmailAddress address) {
    return reads.call(sql -> AccountRows.find(sql, address));
  }

  @Override
  public boolean isEmpty() {
    return reads.call(sql -> AccountRows.page(sql, 0, 1)).isEmpty();
  }

  @Override
  public void list(Consumer<Account> each) {
    long after = 0;
    List<Account> page;
    do {
      long from = after;
      page = reads.call(sql -> AccountRows.page(sql, from, PAGE));
      page.forEach(each);
      after = page.isEmpty() ? after : page.getLast().card().id().number();
    } while (page.size() == PAGE);
  }

  @Override
  public Optional<Problem> setPassword(EmailAddress address, String password) {
    Optional<Problem> complaint = PasswordRule.complaint(password);
    if (complaint.isPresent()) {
      return complaint;
    }
    Secrets hashed = hashed(password);
    return writer.call(sql ->
        change(
            sql,
            address,
            id -> {
              boolean legacy = AccountRows.origin(sql, id).legacyClients();
              Optional<String> kept = Optional.of(password).filter(_ -> legacy);
              Credentials.replace(sql, id, complete(hashed, id, kept));
              TicketRows.endAllOf(sql, id);
            }));
  }

  @Override
  public Optional<Problem> setListing(EmailAddress address, Map<DirectoryFact, String> facts) {
    return writer.call(sql -> change(sql, address, id -> Directory.replace(sql, id, facts)));
  }

  private static Optional<Problem> change(
      Sql sql, EmailAddress address, Consumer<AccountId> change) {
    Optional<AccountId> id = AccountRows.card(sql, address).map(Card::id);
    id.ifPresent(change);
    return id.isPresent() ? Optional.empty() : Optional.of(Problem.NO_SUCH_ACCOUNT);
  }

  @Override
  public List<KeptInvitation> invitations() {
    return reads.call(Invitations::all);
  }

  @Override
  public List<KeptInvitation> queuedInvitations() {
    return reads.call(Invitations::queued);
  }

  @Override
  public Optional<KeptInvitation> move(KeptInvitation invitation, State next) {
    return writer.call(sql -> Invitations.becomes(sql, invitation, next))
        ? Optional.of(invitation.as(next))
        : Optional.empty();
  }

  @Override
  public ImportReport importLines(Reader lines, boolean skipBad, boolean testHashes)
      throws IOException {
    HashStrength strength = testHashes ? HashStrength.TEST : hashing.strength();
    return new Import(reads, writer, box, hashing, strength).run(lines, skipBad);
  }

  @Override
  public long exportLines(Appendable out) throws IOException {
    return Export.write(reads, box, out);
  }
}
