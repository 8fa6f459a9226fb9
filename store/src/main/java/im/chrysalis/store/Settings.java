package im.chrysalis.store;

import java.util.Optional;

/** The store's own settings. */
final class Settings {
  static final String KEY_CHECK = "key-check";

  private Settings() {}

  static Optional<String> find(Sql sql, String name) {
    return sql.first("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), name);
  }

  /** Keeps the value unless there is one; the value that is there now. */
  static String keepFirst(Sql sql, String name, String value) {
    sql.update(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, value);
    return find(sql, name).orElseThrow();
  }
}
