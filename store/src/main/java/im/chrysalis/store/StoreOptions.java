package im.chrysalis.store;

import im.chrysalis.domain.circle.CircleChange;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Where and how to keep things.
 *
 * @param directory the data directory; made when missing
 * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE?user=…&password=…}
 * @param keyFile the key under which recoverable secrets are encrypted; made when the store is new
 * @param hashes how costly new password hashes are
 * @param observer hears of transactions
 * @param clock by which tickets expire and circles change
 * @param circles hears of changes of circles that are stored, one after the other; must return at
 *     once
 */
public record StoreOptions(
    Path directory,
    String url,
    Path keyFile,
    HashStrength hashes,
    StoreObserver observer,
    InstantSource clock,
    Consumer<CircleChange> circles) {
  static final String DATABASE_FILE = "chrysalis.db";
  static final String KEY_FILE = "secret.key";

  /** Everything in one directory, on SQLite. */
  public static StoreOptions in(Path directory) {
    return new StoreOptions(
        directory,
        "jdbc:sqlite:" + directory.resolve(DATABASE_FILE),
        directory.resolve(KEY_FILE),
        HashStrength.NORMAL,
        StoreObserver.NONE,
        InstantSource.system(),
        _ -> {});
  }

  /** The same in another database. */
  public StoreOptions withUrl(String other) {
    return new StoreOptions(directory, other, keyFile, hashes, observer, clock, circles);
  }

  /** The same with another key file. */
  public StoreOptions withKeyFile(Path other) {
    return new StoreOptions(directory, url, other, hashes, observer, clock, circles);
  }

  /** The same with hashes of another cost. */
  public StoreOptions withHashes(HashStrength other) {
    return new StoreOptions(directory, url, keyFile, other, observer, clock, circles);
  }

  /** The same with somebody who hears of transactions. */
  public StoreOptions withObserver(StoreObserver other) {
    return new StoreOptions(directory, url, keyFile, hashes, other, clock, circles);
  }

  /** The same by another clock. */
  public StoreOptions withClock(InstantSource other) {
    return new StoreOptions(directory, url, keyFile, hashes, observer, other, circles);
  }

  /** The same with somebody who hears of changes of circles. */
  public StoreOptions withCircles(Consumer<CircleChange> other) {
    return new StoreOptions(directory, url, keyFile, hashes, observer, clock, other);
  }
}
