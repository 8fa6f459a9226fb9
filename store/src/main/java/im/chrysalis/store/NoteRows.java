package im.chrysalis.store;

import im.chrysalis.domain.contact.Change;
import im.chrysalis.store.NoteFields.Note;
import im.chrysalis.values.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of notes. */
final class NoteRows {
  private static final String ALL = "SELECT about, name, value FROM note WHERE owner = ?";
  private static final String SET =
      """
      INSERT INTO note (owner, about, name, value) VALUES (?, ?, ?, ?)
      ON CONFLICT (owner, about, name) DO UPDATE SET value = excluded.value
      """;
  private static final String STRIKE_OUT =
      "DELETE FROM note WHERE owner = ? AND about = ? AND name = ?";
  private static final String REMOVE = "DELETE FROM note WHERE owner = ? AND about = ?";

  private NoteRows() {}

  static Map<UUID, Map<String, String>> all(Sql sql, AccountId owner) {
    return sql.scan(
        ALL,
        row -> {
          Map<UUID, Map<String, String>> notes = new HashMap<>();
          while (row.next()) {
            notes
                .computeIfAbsent(UUID.fromString(row.getString(1)), _ -> new TreeMap<>())
                .put(row.getString(2), row.getString(3));
          }
          return notes;
        },
        owner.number());
  }

  static void write(Sql sql, AccountId owner, Change.NotesBecome it) {
    String about = it.about().toString();
    it.notes()
        .forEach((name, value) -> {
          if (value.isEmpty()) {
            sql.update(STRIKE_OUT, owner.number(), about, name);
          } else {
            sql.update(SET, owner.number(), about, name, value);
          }
        });
  }

  /** Writes those that an import brings. */
  static void insert(Sql sql, AccountId owner, List<Note> notes) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Note note : notes) {
      rows.add(
          new @Nullable Object[] {
            owner.number(), note.about().toString(), note.name(), note.text()
          });
    }
    sql.updateAll(SET, rows);
  }

  static void remove(Sql sql, AccountId owner, UUID about) {
    sql.update(REMOVE, owner.number(), about.toString());
  }
}
