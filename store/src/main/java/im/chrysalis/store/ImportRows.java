package im.chrysalis.store;

import static im.chrysalis.values.ContactList.FORWARD;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.store.ImportedAccount.Link;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Alias;
import im.chrysalis.values.EmailAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the accounts of one import, first all of them and then what links them. */
final class ImportRows {
  private static final String RAISE_VERSION =
      "UPDATE account SET list_version = list_version + 1 WHERE number = ?";

  private final Sql sql;
  private final SecretBox box;
  private final Map<EmailAddress, AccountId> before;

  /** A line whose account is there. */
  private record Made(ImportedAccount line, AccountId id) {
    boolean has(Made other) {
      EmailAddress address = other.line.wanted().address();
      return line.contacts().stream()
          .anyMatch(it -> it.other().equals(address) && (it.lists() & FORWARD.bit()) != 0);
    }
  }

  /**
   * Rows to be written.
   *
   * @param before accounts outside the import that its lines name
   */
  ImportRows(Sql sql, SecretBox box, Map<EmailAddress, AccountId> before) {
    this.sql = sql;
    this.box = box;
    this.before = before;
  }

  /** Writes everything; the accounts from before on whose reverse lists somebody new is. */
  Set<AccountId> write(List<ImportedAccount> accounts) {
    // what lines ask for is taken before anything is made up
    accounts.forEach(it -> it.wanted().id().ifPresent(id -> Numbers.take(sql, id)));
    Set<Alias> reserved = new HashSet<>();
    accounts.forEach(it -> it.wanted().alias().ifPresent(reserved::add));
    Map<EmailAddress, Made> made = new LinkedHashMap<>();
    for (ImportedAccount account : accounts) {
      made.put(account.wanted().address(), write(account, reserved));
    }
    Set<AccountId> touched = new HashSet<>();
    made.values().forEach(it -> writeContacts(it, made, touched));
    made.values().forEach(it -> writeCircles(it, made));
    touched.forEach(id -> sql.update(RAISE_VERSION, id.number()));
    return touched;
  }

  private Made write(ImportedAccount line, Set<Alias> reserved) {
    NewAccount wanted = line.wanted();
    Account account = line.complete(AccountMaker.account(sql, wanted, reserved::contains));
    long created = line.created().orElseGet(System::currentTimeMillis);
    if (!AccountRows.insert(sql, account, wanted.legacyClients(), created)) {
      throw new StoreException(
          "Somebody made an account like %s while the import ran; nothing is imported: try again."
              .formatted(wanted.address()));
    }
    AccountId id = account.card().id();
    Optional<String> legacy =
        wanted.password().filter(_ -> wanted.legacyClients()).or(line.secrets()::legacy);
    Credentials.insert(
        sql,
        id,
        legacy.map(it -> line.secrets().withLegacy(box.close(id, it))).orElse(line.secrets()));
    Directory.insert(sql, id, line.listing());
    line.belongings().write(sql, id, System.currentTimeMillis());
    for (Group group : line.groups()) {
      ChangeWriter.setGroup(sql, id, group);
    }
    NoteRows.insert(sql, id, line.notes());
    line.circleVersion().ifPresent(it -> CircleRows.setVersion(sql, id, it));
    return new Made(line, id);
  }

  private void writeContacts(Made owner, Map<EmailAddress, Made> all, Set<AccountId> touched) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Link link : owner.line().contacts()) {
      Made made = all.get(link.other());
      @Nullable AccountId other = account(link.other(), all);
      if (other == null) {
        continue; // complained about, and left out with the operator's consent
      }
      int lists = link.lists() & ChangeWriter.KEPT_LISTS;
      boolean decided = ChangeWriter.isDecided(link.lists()) && made != null && made.has(owner);
      if (lists != 0 || decided) {
        rows.add(
            ChangeWriter.contact(
                owner.id().number(),
                other.number(),
                lists,
                decided,
                link.label(),
                link.inGroups()));
      }
      if ((lists & FORWARD.bit()) != 0 && made == null) {
        touched.add(other);
      }
    }
    sql.updateAll(ChangeWriter.SET_CONTACT, rows);
  }

  /** Members from before the import have another circle now; others bring their versions along. */
  private void writeCircles(Made owner, Map<EmailAddress, Made> all) {
    for (ImportedCircle imported : owner.line().circles()) {
      Circle circle =
          imported.of(owner.id(), address -> Optional.ofNullable(account(address, all)));
      if (!CircleRows.insert(sql, circle)) {
        throw new StoreException(
            "Somebody made a circle like %s while the import ran; nothing is imported: try again."
                .formatted(circle.id()));
      }
      CircleRows.raiseVersions(
          sql,
          circle.members().stream()
              .map(it -> it.who().id())
              .filter(before::containsValue)
              .toList());
    }
  }

  private @Nullable AccountId account(EmailAddress address, Map<EmailAddress, Made> all) {
    Made made = all.get(address);
    return made != null ? made.id() : before.get(address);
  }
}
