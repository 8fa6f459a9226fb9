package im.chrysalis.store;

import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.REVERSE;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.store.Credentials.Secrets;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes accounts as {@link ImportLine} reads them, all as of one moment. */
final class Export {
  private static final int PAGE = 500;
  private static final List<ContactList> KEPT = List.of(FORWARD, ALLOW, BLOCK);

  private static final String CONTACTS =
      """
      SELECT a.address, c.lists, c.decided, c.label, c.in_groups
      FROM contact c JOIN account a ON a.number = c.person WHERE c.owner = ? ORDER BY c.person
      """;

  private final JsonMapper json = new JsonMapper();
  private final Sql sql;
  private final Appendable out;

  private final SecretBox box;

  private Export(Sql sql, SecretBox box, Appendable out) {
    this.sql = sql;
    this.box = box;
    this.out = out;
  }

  /** Writes every account; how many there are. */
  static long write(Reads reads, SecretBox box, Appendable out) throws IOException {
    try {
      return reads.call(sql -> new Export(sql, box, out).writeAll());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private long writeAll() {
    long count = 0;
    List<Account> page = AccountRows.page(sql, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(this::write);
      count += page.size();
      page = AccountRows.page(sql, page.getLast().card().id().number(), PAGE);
    }
    return count;
  }

  private void write(Account account) {
    try {
      out.append(line(account).toString()).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode line(Account account) {
    AccountId id = account.card().id();
    ObjectNode line = json.createObjectNode();
    line.put("account", account.card().address().text());
    line.put("name", account.card().name());
    line.put("alias", account.alias().text());
    line.put("number", id.number());
    line.put("guid", account.guid().toString());
    line.put("cid", HexFormat.of().toHexDigits(account.cid()));
    addSecrets(line, id);
    line.put("blp", account.privacy().code());
    line.put("gtc", account.notice().code());
    line.put("version", account.listVersion());
    addProperties(line, account.properties());
    addListing(line, Directory.facts(sql, id));
    List<Group> groups = RosterReader.groups(sql, id.number());
    addGroups(line, groups);
    addContacts(line, id, groups);
    Belongings.export(sql, id, line);
    NoteFields.add(line, NoteRows.all(sql, id));
    addCircles(line, id);
    return line;
  }

  private void addCircles(ObjectNode line, AccountId id) {
    long version = CircleRows.version(sql, id);
    if (version > 0) {
      line.put("circleVersion", version);
    }
    CircleFields.add(line, CircleRows.owned(sql, id));
  }

  private void addSecrets(ObjectNode line, AccountId id) {
    AccountRows.Origin origin = AccountRows.origin(sql, id);
    line.put("created", origin.created().toString());
    if (origin.legacyClients()) {
      line.put("legacy", true);
    }
    Secrets secrets = Credentials.all(sql, id);
    secrets.hash().ifPresent(it -> line.put("hash", it));
    secrets.beginning().ifPresent(it -> line.put("hash16", it));
    secrets
        .legacy()
        .flatMap(it -> box.open(id, it)) // readable, or no store with another key could import it
        .ifPresent(it -> line.put("legacySecret", it));
  }

  private static void addProperties(ObjectNode line, Map<Property, String> properties) {
    if (!properties.isEmpty()) {
      ObjectNode object = line.putObject("properties");
      new TreeMap<>(properties).forEach((property, value) -> object.put(property.code(), value));
    }
  }

  private static void addListing(ObjectNode line, Map<DirectoryFact, String> facts) {
    if (!facts.isEmpty()) {
      ObjectNode object = line.putObject("listing");
      facts.forEach((fact, value) -> object.put(DirectoryNames.of(fact), value));
    }
  }

  private static void addGroups(ObjectNode line, List<Group> groups) {
    if (!groups.isEmpty()) {
      ArrayNode array = line.putArray("groups");
      for (Group group : groups) {
        array
            .addObject()
            .put("name", group.name())
            .put("number", group.number())
            .put("guid", group.id().toString());
      }
    }
  }

  private void addContacts(ObjectNode line, AccountId owner, List<Group> groups) {
    ArrayNode array = json.createArrayNode();
    sql.list(CONTACTS, row -> contact(row, groups), owner.number()).forEach(array::add);
    if (!array.isEmpty()) {
      line.set("contacts", array);
    }
  }

  private ObjectNode contact(ResultSet row, List<Group> groups) throws SQLException {
    ObjectNode contact = json.createObjectNode();
    contact.put("account", row.getString(1));
    ArrayNode lists = contact.putArray("lists");
    for (ContactList list : KEPT) {
      if ((row.getInt(2) & list.bit()) != 0) {
        lists.add(list.code());
      }
    }
    if (row.getInt(3) != 0) {
      lists.add(REVERSE.code()); // on the reverse list and not pending: decided about
    }
    String label = row.getString(4);
    if (label != null) {
      contact.put("label", label);
    }
    int inGroups = row.getInt(5);
    if (inGroups != 0) {
      ArrayNode names = contact.putArray("groups");
      groups.stream()
          .filter(group -> (inGroups & 1 << group.number()) != 0)
          .forEach(group -> names.add(group.name()));
    }
    return contact;
  }
}
