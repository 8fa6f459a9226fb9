package im.chrysalis.testkit;

import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptsOnPostgresqlTest extends TranscriptsPlayOut {
  private static final String MODEL = "model";

  private final AtomicInteger count = new AtomicInteger();
  private final Path directory;
  private final EmbeddedPostgres postgres;

  TranscriptsOnPostgresqlTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    postgres = EmbeddedPostgres.start();
  }

  /** One database with all tables, for the others to be copied from: that is quicker. */
  @BeforeAll
  void makeModel() throws SQLException {
    execute("CREATE DATABASE " + MODEL);
    StoreOptions options =
        StoreOptions.in(directory)
            .withUrl(postgres.getJdbcUrl("postgres", MODEL))
            .withHashes(HashStrength.TEST);
    Store.open(options).close();
  }

  @Override
  protected NetworkStarter networks() {
    return settings -> {
      String name = "network" + count.incrementAndGet();
      execute("CREATE DATABASE " + name + " TEMPLATE " + MODEL);
      return TestServer.onPostgresql(
          settings, postgres.getJdbcUrl("postgres", name), StoreOptions.in(directory).keyFile());
    };
  }

  private void execute(String statement) {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement it = connection.createStatement()) {
      it.execute(statement);
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @AfterAll
  void stop() throws IOException {
    postgres.close();
  }
}
