package im.chrysalis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One connection, and the statements prepared on it: kept, because preparing costs SQLite more than
 * most statements do. Values are texts, numbers (Long or Integer), bytes and null. Belongs to the
 * thread that has the connection; whatever fails is a {@link StoreException}.
 */
final class Sql implements AutoCloseable {
  private static final Pattern CHANGES =
      Pattern.compile("^\\s*(UPDATE|DELETE FROM|INSERT INTO) (\\w+)");

  private static final Pattern CONTROLS =
      Pattern.compile("^(BEGIN|COMMIT|ROLLBACK|PRAGMA|VACUUM|CREATE|DROP)\\b");

  /** The table of which a statement changes or removes rows, if it does. */
  private static final Map<String, Optional<String>> ALTERED = new ConcurrentHashMap<>();

  private final Connection connection;
  private final Map<String, PreparedStatement> idle = new HashMap<>();
  private Set<String> altered = new HashSet<>();

  /** Reads the row on which the result stands; columns count from 1. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Reads all rows. */
  @FunctionalInterface
  interface Scan<T> {
    T over(ResultSet rows) throws SQLException;
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Changes rows; how many. */
  int update(String statement, @Nullable Object... values) {
    return use(
        statement,
        prepared -> {
          set(prepared, values);
          int rows = prepared.executeUpdate();
          if (rows > 0) {
            noteAltered(statement);
          }
          return rows;
        });
  }

  /** The same once for each list of values. */
  void updateAll(String statement, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    use(
        statement,
        prepared -> {
          for (@Nullable Object[] row : rows) {
            set(prepared, row);
            prepared.addBatch();
          }
          noteAltered(statement);
          return prepared.executeBatch();
        });
  }

  /**
   * The tables of which rows were changed or removed since this was last asked; not those that only
   * have more rows.
   */
  Set<String> takeAltered() {
    Set<String> taken = altered;
    altered = new HashSet<>();
    return taken;
  }

  private void noteAltered(String statement) {
    ALTERED.computeIfAbsent(statement, Sql::tableAlteredBy).ifPresent(altered::add);
  }

  private static Optional<String> tableAlteredBy(String statement) {
    if (CONTROLS.matcher(statement).find()) {
      return Optional.empty();
    }
    Matcher matcher = CHANGES.matcher(statement);
    if (!matcher.find()) {
      throw new IllegalArgumentException("does what to which table? " + statement);
    }
    boolean onlyAdds = matcher.group(1).equals("INSERT INTO") && !statement.contains("DO UPDATE");
    return onlyAdds ? Optional.empty() : Optional.of(matcher.group(2));
  }

  /** Reads many rows in whatever way. */
  <T> T scan(String statement, Scan<T> scan, @Nullable Object... values) {
    return use(
        statement,
        prepared -> {
          set(prepared, values);
          try (ResultSet rows = prepared.executeQuery()) {
            return scan.over(rows);
          }
        });
  }

  /** All rows. */
  <T> List<T> list(String statement, Row<T> row, @Nullable Object... values) {
    return scan(
        statement,
        rows -> {
          List<T> all = new ArrayList<>();
          while (rows.next()) {
            all.add(row.read(rows));
          }
          return all;
        },
        values);
  }

  /** The first row, if there is any. */
  <T> Optional<T> first(String statement, Row<T> row, @Nullable Object... values) {
    return scan(
        statement, rows -> rows.next() ? Optional.of(row.read(rows)) : Optional.empty(), values);
  }

  /** The number in the first column of a row that is always there. */
  long number(String statement, @Nullable Object... values) {
    return first(statement, row -> row.getLong(1), values).orElseThrow();
  }

  /** Ends the transaction that the connection began by itself. */
  void commit() {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failed("COMMIT", e);
    }
  }

  /** Undoes the transaction that the connection began by itself. */
  void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw failed("ROLLBACK", e);
    }
  }

  /** Gives the connection back. */
  @Override
  public void close() {
    try (connection) {
      for (PreparedStatement statement : idle.values()) {
        statement.close();
      }
    } catch (SQLException e) {
      throw failed("closing", e);
    }
  }

  private <T> T use(String statement, Use<T> use) {
    PreparedStatement prepared = idle.remove(statement);
    try {
      if (prepared == null) {
        prepared = connection.prepareStatement(statement);
      }
      T result = use.of(prepared);
      PreparedStatement other = idle.put(statement, prepared);
      if (other != null) {
        other.close(); // it was used within its own use
      }
      return result;
    } catch (SQLException | RuntimeException e) {
      RuntimeException failure = e instanceof RuntimeException known ? known : failed(statement, e);
      drop(prepared, failure); // its batch may be half done
      throw failure;
    }
  }

  private static void drop(@Nullable PreparedStatement prepared, RuntimeException failure) {
    if (prepared != null) {
      try {
        prepared.close();
      } catch (SQLException e) {
        failure.addSuppressed(e);
      }
    }
  }

  private static StoreException failed(String statement, Exception e) {
    return new StoreException(
        "The database failed: %s (at: %s)".formatted(e.getMessage(), statement.strip()), e);
  }

  private static void set(PreparedStatement prepared, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> prepared.setNull(i + 1, Types.VARCHAR);
        case String text -> prepared.setString(i + 1, text);
        case Long number -> prepared.setLong(i + 1, number);
        case Integer number -> prepared.setInt(i + 1, number);
        case byte[] bytes -> prepared.setBytes(i + 1, bytes);
        default -> throw new IllegalArgumentException("no value for a row: " + values[i]);
      }
    }
  }
}
