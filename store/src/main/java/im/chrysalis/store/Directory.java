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

  static List<DirectoryEntry> find(Sql sql, Map<DirectoryFact, String> wanted, int most) {
    if (wanted.isEmpty()) {
      return List.of(); // everybody matches nothing in particular, and nobody asks for that
    }
    String all = String.join(" INTERSECT ", wanted.keySet().stream().map(_ -> ONE).toList());
    List<Object> values = new ArrayList<>();
    wanted.forEach((fact, value) -> {
      values.add(fact.name());
      values.add(folded(value));
    });
    values.add(most);
    List<Card> cards =
        sql.list(
            CARDS + "(" + all + ") ORDER BY a.number LIMIT ?", AccountRows::card, values.toArray());
    List<DirectoryEntry> entries = new ArrayList<>(cards.size());
    for (Card card : cards) {
      entries.add(new DirectoryEntry(card, facts(sql, card.id())));
    }
    return entries;
  }

  static Map<DirectoryFact, String> facts(Sql sql, AccountId account) {
    return sql.scan(
        FACTS,
        rows -> {
          Map<DirectoryFact, String> facts = new EnumMap<>(DirectoryFact.class);
          while (rows.next()) {
            facts.put(DirectoryFact.valueOf(rows.getString(1)), rows.getString(2));
          }
          return facts;
        },
        account.number());
  }

  /** Lists the account with these facts and no others; with none, not at all. */
  static void replace(Sql sql, AccountId account, Map<DirectoryFact, String> facts) {
    sql.update(REMOVE, account.number());
    insert(sql, account, facts);
  }

  static void insert(Sql sql, AccountId account, Map<DirectoryFact, String> facts) {
    facts.forEach(
        (fact, value) -> sql.update(INSERT, account.number(), fact.name(), value, folded(value)));
  }

  private static String folded(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
