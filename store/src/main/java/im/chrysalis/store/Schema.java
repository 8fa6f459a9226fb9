package im.chrysalis.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, brought up to date by numbered files; the same numbers for every database. */
final class Schema {
  /** The number of the newest migration. */
  static final int VERSION = 7;

  private static final String HISTORY = "flyway_schema_history";

  private Schema() {}

  /**
   * Makes the tables or brings them up to date.
   *
   * @throws StoreException when the store was made by a newer version
   */
  static void bringUpToDate(Database database) {
    long version = database.read(sql -> version(database, sql));
    if (version > VERSION) {
      throw new StoreException(
          "The store has version %d and this program knows versions up to %d: use a newer program."
              .formatted(version, VERSION));
    }
    if (version < VERSION) { // otherwise spare the start the time of loading the library
      migrate(database);
    }
  }

  private static long version(Database database, Sql sql) {
    return database.hasTable(sql, HISTORY)
        ? sql.number("SELECT max(CAST(version AS INTEGER)) FROM " + HISTORY)
        : 0;
  }

  private static void migrate(Database database) {
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(database.dataSource())
          .locations("classpath:im/chrysalis/store/" + database.name())
          .table(HISTORY)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StoreException(
          "The store's tables can't be brought up to date: " + e.getMessage(), e);
    }
  }
}
