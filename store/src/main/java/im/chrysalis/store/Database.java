package im.chrysalis.store;

import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;

/** The database behind the store: lends connections. Statements are the same for all databases. */
interface Database extends AutoCloseable {
  /** The database of a URL, connected to. */
  static Database of(String url) {
    if (url.startsWith(SqliteDatabase.PREFIX)) {
      return SqliteDatabase.open(Path.of(url.substring(SqliteDatabase.PREFIX.length())));
    }
    if (url.startsWith(PostgresDatabase.PREFIX)) {
      return PostgresDatabase.open(url);
    }
    throw new StoreException(
        "store.url must start with jdbc:sqlite: or jdbc:postgresql: but is " + shown(url));
  }

  /** A URL without what stands behind the question mark, such as the password. */
  static String shown(String url) {
    return url.replaceFirst("\\?.*", "");
  }

  /** Something to do with a connection. */
  @FunctionalInterface
  interface Work<T> {
    /** Anything thrown undoes the transaction. */
    T on(Sql sql);
  }

  /** Short name, and that of the folder with its migrations. */
  String name();

  /** Whether no other process writes to it. */
  boolean isOurs();

  /** Whether there is a table of the name, in lower case. */
  boolean hasTable(Sql sql, String table);

  /** For migrations. */
  DataSource dataSource();

  /** Reads in one snapshot; waits until one of few connections is free. Any thread. */
  <T> T read(Work<T> work);

  /** Does work in one transaction, on disk when this returns. The writer's thread only. */
  <T> T write(Work<T> work);

  /** Writes a copy as of one moment, while others read and write. */
  void copyTo(Path file);

  /** What is wrong with the database's files, if anything. */
  Optional<String> damage();

  @Override
  void close();
}
