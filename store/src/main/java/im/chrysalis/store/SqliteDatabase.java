package im.chrysalis.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** SQLite in one file: one connection that writes, a few that read while it does. */
final class SqliteDatabase implements Database {
  static final String PREFIX = "jdbc:sqlite:";

  private static final int BUSY_MILLIS = 10_000;

  /** An import changes many pages at once. */
  private static final int WRITER_CACHE_KIB = 16 * 1024;

  /** Most is read once, when somebody comes; what many need are the upper pages of indexes. */
  private static final int READER_CACHE_KIB = 4 * 1024;

  private final SQLiteDataSource source;
  private final Sql writer;
  private final BlockingQueue<Sql> idleReaders;
  private final List<Sql> readers;

  private SqliteDatabase(SQLiteDataSource source, Sql writer, List<Sql> readers) {
    this.source = source;
    this.writer = writer;
    this.readers = readers;
    this.idleReaders = new ArrayBlockingQueue<>(readers.size(), false, readers);
  }

  /** Opens the file, and makes it when there is none. */
  static SqliteDatabase open(Path file) {
    SQLiteDataSource source = source(file, WRITER_CACHE_KIB);
    SQLiteDataSource reading = source(file, READER_CACHE_KIB);
    List<Sql> opened = new ArrayList<>();
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      if (!Files.exists(file)) {
        OwnerOnly.newFile(file); // the files beside it get the same permissions
      }
      Sql writer = open(source);
      opened.add(writer);
      // more readers than cores would only wait for each other
      int readers = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
      for (int i = 0; i < readers; i++) {
        opened.add(open(reading));
      }
      return new SqliteDatabase(source, writer, List.copyOf(opened.subList(1, opened.size())));
    } catch (IOException | SQLException e) {
      opened.forEach(Sql::close);
      throw new StoreException("The store " + file + " can't be opened: " + e.getMessage(), e);
    }
  }

  private static SQLiteDataSource source(Path file, int cacheKib) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-cacheKib);
    config.setGetGeneratedKeys(false);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(PREFIX + file);
    return source;
  }

  private static Sql open(DataSource source) throws SQLException {
    return new Sql(source.getConnection());
  }

  @Override
  public boolean isOurs() {
    return true;
  }

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public boolean hasTable(Sql sql, String table) {
    return sql.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?", table)
        == 1;
  }

  @Override
  public DataSource dataSource() {
    return source;
  }

  @Override
  public <T> T read(Work<T> work) {
    Sql reader;
    try {
      reader = idleReaders.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting to read", e);
    }
    try {
      return inTransaction("BEGIN", reader, work);
    } finally {
      idleReaders.add(reader);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    return inTransaction("BEGIN IMMEDIATE", writer, work);
  }

  /** The driver's own transactions would begin the next one as soon as one ends. */
  private static <T> T inTransaction(String begin, Sql sql, Work<T> work) {
    sql.update(begin);
    try {
      T result = work.on(sql);
      sql.update("COMMIT");
      return result;
    } catch (RuntimeException | Error e) {
      try {
        sql.update("ROLLBACK");
      } catch (StoreException alreadyUndone) {
        e.addSuppressed(alreadyUndone);
      }
      throw e;
    }
  }

  @Override
  public void copyTo(Path copy) {
    try (Sql own = open(source)) { // not within a reader's transaction
      own.update("VACUUM INTO ?", copy.toString());
    } catch (SQLException e) {
      throw new StoreException("The database can't be copied: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<String> damage() {
    return read(sql -> sql.first("PRAGMA quick_check(1)", row -> row.getString(1)))
        .filter(finding -> !finding.equals("ok"));
  }

  @Override
  public void close() {
    readers.forEach(Sql::close);
    writer.close();
  }
}
