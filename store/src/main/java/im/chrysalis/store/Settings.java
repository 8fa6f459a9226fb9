package im.chrysalis.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The store's own settings. */
final class Settings {
  static final String KEY_CHECK = "key-check";

  private Settings() {}

  static Optional<String> find(Handle handle, String name) {
    return handle
        .select("SELECT value FROM setting WHERE name = ?", name)
        .mapTo(String.class)
        .findOne();
  }

  /** Keeps the value unless there is one; the value that is there now. */
  static String keepFirst(Handle handle, String name, String value) {
    handle.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, value);
    return find(handle, name).orElseThrow();
  }
}
