package im.chrysalis.store;

import im.chrysalis.domain.account.ImportReport;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Problem;
import im.chrysalis.store.Credentials.Secrets;
import im.chrysalis.store.ImportedAccount.Link;
import im.chrysalis.store.ImportedCircle.Member;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One import: reads all lines, compares them with each other and with the store, hashes passwords,
 * and only then has everything written in one transaction.
 */
final class Import {
  private final Reads reads;
  private final Writer writer;
  private final SecretBox box;
  private final Hashing hashing;
  private final HashStrength strength;

  private final Complaints complaints = new Complaints();
  private final List<ImportedAccount> accounts = new ArrayList<>();
  private final Map<EmailAddress, Long> lineOf = new HashMap<>();
  private final Map<EmailAddress, AccountId> known = new HashMap<>();

  Import(Reads reads, Writer writer, SecretBox box, Hashing hashing, HashStrength strength) {
    this.reads = reads;
    this.writer = writer;
    this.box = box;
    this.hashing = hashing;
    this.strength = strength;
  }

  ImportReport run(Reader lines, boolean skipBad) throws IOException {
    readAll(lines);
    compareWithEachOther();
    reads.call(sql -> {
      compareWithStore(sql);
      resolveNamed(sql);
      return true;
    });
    if (!complaints.isEmpty() && !skipBad) {
      return report(0, Set.of());
    }
    accounts.removeIf(account -> complaints.isRefused(account.line()));
    List<ImportedAccount> hashed = hashing.all(accounts, this::hashed);
    Set<AccountId> touched = writer.call(sql -> new ImportRows(sql, box, known).write(hashed));
    return report(hashed.size(), touched);
  }

  private ImportReport report(int imported, Set<AccountId> touched) {
    return new ImportReport(imported, complaints.count(), complaints.first(), touched);
  }

  private void readAll(Reader lines) throws IOException {
    BufferedReader reader = new BufferedReader(lines);
    long number = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      number++;
      String line = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
      if (!line.isBlank()) {
        read(number, line);
      }
    }
  }

  private void read(long number, String line) {
    try {
      accounts.add(ImportLine.read(number, line));
    } catch (BadLineException e) {
      complaints.refuse(number, e.why());
    }
  }

  /** Of two lines that want the same, the second is refused. */
  private void compareWithEachOther() {
    Map<Object, Long> first = new HashMap<>();
    for (ImportedAccount account : accounts) {
      NewAccount wanted = account.wanted();
      claim(first, account, "account", wanted.address());
      wanted.alias().ifPresent(it -> claim(first, account, "alias", it));
      wanted.id().ifPresent(it -> claim(first, account, "number", it));
      wanted.guid().ifPresent(it -> claim(first, account, "guid", it));
      wanted.cid().ifPresent(it -> claim(first, account, "cid", it));
      account.circles().forEach(it -> claim(first, account, "circles", it.id()));
    }
  }

  private void claim(Map<Object, Long> first, ImportedAccount account, String field, Object value) {
    Long before = first.putIfAbsent(value, account.line());
    if (before != null) {
      complaints.refuse(account.line(), "%s: line %d has the same".formatted(field, before));
    } else if (field.equals("account")) {
      lineOf.put(account.wanted().address(), account.line());
    }
  }

  private void compareWithStore(Sql sql) {
    for (ImportedAccount account : accounts) {
      AccountMaker.complaint(sql, account.wanted())
          .map(Problem::sentence)
          .ifPresent(why -> complaints.refuse(account.line(), why));
      for (ImportedCircle circle : account.circles()) {
        if (CircleRows.find(sql, circle.id()).isPresent()) {
          complaints.refuse(account.line(), "there is a circle " + circle.id() + " already");
        }
      }
    }
  }

  /** Finds the accounts outside this import that lines name. */
  private void resolveNamed(Sql sql) {
    Set<EmailAddress> unknown = new HashSet<>();
    for (ImportedAccount account : accounts) {
      for (Link link : account.contacts()) {
        resolve(sql, account, link.place(), link.other(), unknown);
      }
      for (ImportedCircle circle : account.circles()) {
        for (Member member : circle.members()) {
          resolve(sql, account, member.place(), member.who(), unknown);
        }
      }
    }
  }

  private void resolve(
      Sql sql, ImportedAccount in, String place, EmailAddress other, Set<EmailAddress> unknown) {
    Long line = lineOf.get(other);
    if (line != null && !complaints.isRefused(line)) {
      return;
    }
    if (!known.containsKey(other) && !unknown.contains(other)) {
      AccountRows.card(sql, other)
          .ifPresentOrElse(card -> known.put(other, card.id()), () -> unknown.add(other));
    }
    if (!known.containsKey(other)) {
      complaints.mention(in.line(), "%s: there is no account %s".formatted(place, other));
    }
  }

  private ImportedAccount hashed(ImportedAccount account) {
    return account
        .wanted()
        .password()
        .map(password -> account.with(Secrets.hashed(password, strength)))
        .orElse(account);
  }
}
