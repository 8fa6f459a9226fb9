package im.chrysalis.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL, which several servers share: a pool of connections that read and one that writes. */
final class PostgresDatabase implements Database {
  static final String PREFIX = "jdbc:postgresql:";

  private static final int PATIENCE_MILLIS = 3_000;

  private final String url;
  private final HikariDataSource reading;
  private final HikariDataSource writing;

  private PostgresDatabase(String url, HikariDataSource reading, HikariDataSource writing) {
    this.url = url;
    this.reading = reading;
    this.writing = writing;
  }

  static PostgresDatabase open(String url) {
    HikariConfig forWriting = config(url, "store-write", 1);
    // a roster is read by several statements, which must see the same moment
    HikariConfig forReading = config(url, "store-read", readers());
    forReading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    forReading.setReadOnly(true);
    try {
      HikariDataSource reading = new HikariDataSource(forReading);
      return new PostgresDatabase(url, reading, new HikariDataSource(forWriting));
    } catch (PoolInitializationException e) {
      throw new StoreException(
          "The store " + Database.shown(url) + " can't be reached: " + e.getMessage(), e);
    }
  }

  private static int readers() {
    return Math.clamp(2L * Runtime.getRuntime().availableProcessors(), 4, 16);
  }

  private static HikariConfig config(String url, String name, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setInitializationFailTimeout(PATIENCE_MILLIS);
    return config;
  }

  @Override
  public boolean isOurs() {
    return false;
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public boolean hasTable(Sql sql, String table) {
    return sql.number(
            "SELECT count(*) FROM information_schema.tables"
                + " WHERE table_schema = current_schema() AND table_name = ?",
            table)
        == 1;
  }

  @Override
  public DataSource dataSource() {
    PGSimpleDataSource unpooled = new PGSimpleDataSource(); // migrating takes two at a time
    unpooled.setURL(url);
    return unpooled;
  }

  @Override
  public <T> T read(Work<T> work) {
    return inTransaction(reading, work);
  }

  @Override
  public <T> T write(Work<T> work) {
    return inTransaction(writing, work);
  }

  private static <T> T inTransaction(DataSource pool, Work<T> work) {
    try (Sql sql = new Sql(pool.getConnection())) {
      try {
        T result = work.on(sql);
        sql.commit();
        return result;
      } catch (RuntimeException | Error e) {
        try {
          sql.rollback();
        } catch (StoreException connectionLost) {
          e.addSuppressed(connectionLost);
        }
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreException("PostgreSQL can't be reached: " + e.getMessage(), e);
    }
  }

  @Override
  public void copyTo(Path file) {
    throw new StoreException(
        "This store is kept by PostgreSQL: back it up with pg_dump, and keep a copy of the key file"
            + " and of the directories "
            + String.join(" and ", Backup.DIRECTORIES)
            + ".");
  }

  @Override
  public Optional<String> damage() {
    return Optional.empty(); // PostgreSQL watches over its files itself
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
