package im.chrysalis.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases on which every store test runs. */
enum TestedDatabase {
  SQLITE {
    @Override
    StoreOptions fresh(Path directory) {
      return StoreOptions.in(directory).withHashes(HashStrength.TEST);
    }
  },
  POSTGRESQL {
    @Override
    StoreOptions fresh(Path directory) {
      return StoreOptions.in(directory)
          .withUrl(Postgres.newDatabase())
          .withHashes(HashStrength.TEST);
    }
  };

  /** Options for a store that is new, with its files in the directory. */
  abstract StoreOptions fresh(Path directory);

  /** One PostgreSQL for all tests, started with the first; ends with the JVM. */
  private static final class Postgres {
    private static final String TEMPLATE = "template1";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        try (Database database = Database.of(server.getJdbcUrl("postgres", TEMPLATE))) {
          Schema.bringUpToDate(database);
        }
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A database with the tables, copied because that is faster than migrating. */
    static String newDatabase() {
      String name = "store" + COUNT.incrementAndGet();
      try (Connection connection = SERVER.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      return SERVER.getJdbcUrl("postgres", name);
    }
  }
}
