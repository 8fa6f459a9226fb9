package im.chrysalis.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of a new store, run on every database. */
@ParameterizedClass
@EnumSource(TestedDatabase.class)
abstract class OnEveryDatabase {
  @Parameter TestedDatabase database;
  @TempDir Path directory;

  StoreOptions options;
  Store store;
  Neighbours people;

  @BeforeEach
  void open() {
    options = database.fresh(directory);
    store = Store.open(options);
    people = new Neighbours(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** The same store as another process would find it. */
  void reopen() {
    store.close();
    store = Store.open(options);
    people = new Neighbours(store);
  }
}
