package im.chrysalis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {
  private static final String HISTORY = "flyway_schema_history";

  @TempDir Path directory;

  @Test
  void allDatabasesHaveTheSameTablesAndColumns() throws Exception {
    Set<String> sqlite = columns(TestedDatabase.SQLITE);
    assertThat(sqlite).contains("account.number number not-null", "contact.label text nullable");
    assertThat(columns(TestedDatabase.POSTGRESQL)).isEqualTo(sqlite);
  }

  @Test
  void allDatabasesHaveTheSameKeysAndIndexes() throws Exception {
    Set<String> sqlite = keys(TestedDatabase.SQLITE);
    assertThat(sqlite).contains("contact(person,owner,lists)", "unique account(cid)");
    assertThat(keys(TestedDatabase.POSTGRESQL)).isEqualTo(sqlite);
  }

  private Set<String> columns(TestedDatabase tested) throws SQLException {
    return describe(
        tested,
        (meta, table, found) -> {
          try (ResultSet row = meta.getColumns(null, null, table, null)) {
            while (row.next()) {
              found.add(
                  "%s.%s %s %s"
                      .formatted(
                          table,
                          row.getString("COLUMN_NAME"),
                          kind(row.getInt("DATA_TYPE"), row.getString("TYPE_NAME")),
                          row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
                              ? "not-null"
                              : "nullable"));
            }
          }
        });
  }

  private static String kind(int type, String name) {
    if (name.equals("BLOB")) { // which the driver of SQLite takes for text
      return "bytes";
    }
    return switch (type) {
      case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> "number";
      case Types.VARCHAR -> "text";
      case Types.BINARY -> "bytes";
      default -> "type " + type;
    };
  }

  private Set<String> keys(TestedDatabase tested) throws SQLException {
    return describe(
        tested,
        (meta, table, found) -> {
          found.add("primary " + primaryKey(meta, table));
          try (ResultSet row = meta.getImportedKeys(null, null, table)) {
            while (row.next()) {
              found.add(
                  "foreign %s.%s to %s, on delete %s"
                      .formatted(
                          table,
                          row.getString("FKCOLUMN_NAME"),
                          row.getString("PKTABLE_NAME"),
                          row.getString("DELETE_RULE")));
            }
          }
          found.addAll(indexes(meta, table));
        });
  }

  private static String primaryKey(DatabaseMetaData meta, String table) throws SQLException {
    Map<Integer, String> columns = new TreeMap<>();
    try (ResultSet row = meta.getPrimaryKeys(null, null, table)) {
      while (row.next()) {
        columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
      }
    }
    return table + "(" + String.join(",", columns.values()) + ")";
  }

  private static Set<String> indexes(DatabaseMetaData meta, String table) throws SQLException {
    Map<String, StringJoiner> columns = new HashMap<>();
    try (ResultSet row = meta.getIndexInfo(null, null, table, false, false)) {
      while (row.next()) { // the columns of an index come in their order
        String unique = row.getBoolean("NON_UNIQUE") ? "" : "unique ";
        columns
            .computeIfAbsent(
                row.getString("INDEX_NAME"), _ -> new StringJoiner(",", unique + table + "(", ")"))
            .add(row.getString("COLUMN_NAME"));
      }
    }
    Set<String> described = new TreeSet<>();
    columns.values().forEach(index -> described.add(index.toString()));
    described.remove("unique " + primaryKey(meta, table)); // SQLite needs none for a number
    return described;
  }

  private interface Describer {
    void describe(DatabaseMetaData meta, String table, Set<String> found) throws SQLException;
  }

  private Set<String> describe(TestedDatabase tested, Describer describer) throws SQLException {
    StoreOptions options = tested.fresh(directory.resolve(tested.name()));
    Set<String> found = new TreeSet<>();
    try (Store store = Store.open(options);
        Database database = Database.of(options.url());
        Connection connection = database.dataSource().getConnection()) {
      assertThat(store.registry().invitations()).isEmpty();
      DatabaseMetaData meta = connection.getMetaData();
      Set<String> tables = new TreeSet<>();
      try (ResultSet row = meta.getTables(null, null, "%", new String[] {"TABLE"})) {
        while (row.next()) {
          tables.add(row.getString("TABLE_NAME"));
        }
      }
      tables.removeIf(table -> table.equals(HISTORY) || table.startsWith("sqlite_"));
      for (String table : tables) {
        describer.describe(meta, table, found);
      }
    }
    return found;
  }

  @ParameterizedTest
  @EnumSource(TestedDatabase.class)
  void aStoreThatIsNewerThanTheProgramIsRefused(TestedDatabase tested) {
    StoreOptions options = tested.fresh(directory);
    Store.open(options).close();
    try (Database database = Database.of(options.url())) {
      database.write(sql ->
          sql.update(
              "UPDATE " + HISTORY + " SET version = '999' WHERE version = ?",
              String.valueOf(Schema.VERSION)));
    }
    assertThatThrownBy(() -> Store.open(options))
        .isInstanceOf(StoreException.class)
        .hasMessageMatching(
            "The store has version 999 and this program knows versions up to \\d+: .*\\.");
  }

  @ParameterizedTest
  @EnumSource(TestedDatabase.class)
  void theNewestMigrationIsTheVersionThatTheProgramKnows(TestedDatabase tested) throws Exception {
    String folder = tested.name().toLowerCase(Locale.ROOT);
    assertThat(migration(folder, Schema.VERSION)).isTrue();
    assertThat(migration(folder, Schema.VERSION + 1)).isFalse();
  }

  private static boolean migration(String folder, int version) throws Exception {
    Path source = Path.of(Schema.class.getResource(folder).toURI());
    try (var files = Files.list(source)) {
      return files.anyMatch(it -> it.getFileName().toString().startsWith("V" + version + "__"));
    }
  }

  @Test
  void aUrlOfAnotherDatabaseIsRefusedWithoutShowingItsPassword() {
    StoreOptions options =
        StoreOptions.in(directory).withUrl("jdbc:mysql://host/db?password=sesame");
    assertThatThrownBy(() -> Store.open(options))
        .hasMessage(
            "store.url must start with jdbc:sqlite: or jdbc:postgresql: but is jdbc:mysql://host/db");
  }

  @Test
  void aServerThatCannotBeReachedIsNamed() {
    StoreOptions options =
        StoreOptions.in(directory).withUrl("jdbc:postgresql://127.0.0.1:1/db?password=sesame");
    assertThatThrownBy(() -> Store.open(options))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("The store jdbc:postgresql://127.0.0.1:1/db can't be reached")
        .hasMessageNotContaining("sesame");
  }

  @Test
  void theFileIsForItsOwnersEyesOnly() throws Exception {
    Store.open(StoreOptions.in(directory)).close();
    Path file = directory.resolve("chrysalis.db");
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatIsNoDatabaseIsNamed() throws Exception {
    Files.writeString(directory.resolve("chrysalis.db"), "hello ".repeat(1000));
    assertThatThrownBy(() -> Store.open(StoreOptions.in(directory)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("chrysalis.db");
  }
}
