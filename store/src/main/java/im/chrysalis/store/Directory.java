package im.chrysalis.store;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.DirectoryEntry;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.values.AccountId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The rows of the directory: who has any is listed. Values match without regard to case. */
final class Directory {
  private static final String ONE =
      "SELECT account FROM directory_fact WHERE fact = ? AND folded = ?";
  private static final String CARDS =
      "SELECT a.number, a.address, a.name FROM account a WHERE a.number IN ";
  private static final String FACTS = "SELECT fact, value FROM directory_fact WHERE account = ?";
  private static final String REMOVE = "DELETE FROM directory_fact WHERE account = ?";
  private static final String INSERT =
      "INSERT INTO directory_fact (account, fact, value, folded) VALUES (?, ?, ?, ?)";

  private Directory() {}

  static List<DirectoryEntry> find(Handle handle, Map<DirectoryFact, String> wanted, int most) {
    if (wanted.isEmpty()) {
      return List.of(); // everybody matches nothing in particular, and nobody asks for that
    }
    String all = String.join(" INTERSECT ", wanted.keySet().stream().map(_ -> ONE).toList());
    Query query = handle.createQuery(CARDS + "(" + all + ") ORDER BY a.number LIMIT ?");
    int position = 0;
    for (var fact : wanted.entrySet()) {
      query.bind(position++, fact.getKey().name()).bind(position++, folded(fact.getValue()));
    }
    List<Card> cards = query.bind(position, most).map((row, _) -> AccountRows.card(row)).list();
    List<DirectoryEntry> entries = new ArrayList<>(cards.size());
    for (Card card : cards) {
      entries.add(new DirectoryEntry(card, facts(handle, card.id())));
    }
    return entries;
  }

  static Map<DirectoryFact, String> facts(Handle handle, AccountId account) {
    Map<DirectoryFact, String> facts = new EnumMap<>(DirectoryFact.class);
    handle
        .select(FACTS, account.number())
        .map((row, _) -> Map.entry(DirectoryFact.valueOf(row.getString(1)), row.getString(2)))
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
    return facts;
  }

  /** Lists the account with these facts and no others; with none, not at all. */
  static void replace(Handle handle, AccountId account, Map<DirectoryFact, String> facts) {
    handle.execute(REMOVE, account.number());
    insert(handle, account, facts);
  }

  static void insert(Handle handle, AccountId account, Map<DirectoryFact, String> facts) {
    facts.forEach((fact, value) ->
        handle.execute(INSERT, account.number(), fact.name(), value, folded(value)));
  }

  private static String folded(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
