package im.chrysalis.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** SQLite in one file: one connection that writes, a few that read while it does. */
final class SqliteDatabase implements Database {
  static final String PREFIX = "jdbc:sqlite:";

  private static final int BUSY_MILLIS = 10_000;
  private static final int PAGE_CACHE_KIB = 16 * 1024;

  private final SQLiteDataSource source;
  private final Handle writer;
  private final BlockingQueue<Handle> idleReaders;
  private final List<Handle> readers;

  private SqliteDatabase(SQLiteDataSource source, Handle writer, List<Handle> readers) {
    this.source = source;
    this.writer = writer;
    this.readers = readers;
    this.idleReaders = new ArrayBlockingQueue<>(readers.size(), false, readers);
  }

  /** Opens the file, and makes it when there is none. */
  static SqliteDatabase open(Path file) {
    SQLiteDataSource source = source(file, TransactionMode.IMMEDIATE);
    SQLiteDataSource forReading = source(file, TransactionMode.DEFERRED);
    List<Handle> opened = new ArrayList<>();
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Handle writer = open(source);
      opened.add(writer);
      // more readers than cores would only wait for each other
      int readers = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
      for (int i = 0; i < readers; i++) {
        opened.add(open(forReading));
      }
      return new SqliteDatabase(source, writer, List.copyOf(opened.subList(1, opened.size())));
    } catch (IOException | ConnectionException e) {
      opened.forEach(Handle::close);
      throw new StoreException("The store " + file + " can't be opened: " + e.getMessage(), e);
    }
  }

  private static SQLiteDataSource source(Path file, TransactionMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setTransactionMode(mode);
    config.setCacheSize(-PAGE_CACHE_KIB);
    config.setGetGeneratedKeys(false);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(PREFIX + file);
    return source;
  }

  private static Handle open(DataSource source) {
    return Jdbi.create(source).open().setStatementBuilder(new CachedStatements());
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
  public boolean hasTable(Handle handle, String table) {
    return handle
            .select("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?", table)
            .mapTo(Integer.class)
            .one()
        == 1;
  }

  @Override
  public DataSource dataSource() {
    return source;
  }

  @Override
  public <T> T read(Work<T> work) {
    Handle reader;
    try {
      reader = idleReaders.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting to read", e);
    }
    try {
      return reader.inTransaction(work::on);
    } finally {
      idleReaders.add(reader);
    }
  }

  @Override
  public <T> T write(Work<T> work) {
    return writer.inTransaction(work::on);
  }

  @Override
  public void copyTo(Path copy) {
    try (Handle own = Jdbi.create(source).open()) { // not within a reader's transaction
      own.execute("VACUUM INTO ?", copy.toString());
    }
  }

  @Override
  public Optional<String> damage() {
    return read(handle ->
        handle
            .createQuery("PRAGMA quick_check(1)")
            .mapTo(String.class)
            .findFirst()
            .filter(finding -> !finding.equals("ok")));
  }

  @Override
  public void close() {
    readers.forEach(Handle::close);
    writer.close();
  }
}
