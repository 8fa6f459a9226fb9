package im.chrysalis.store;

import im.chrysalis.domain.account.Accounts;
import im.chrysalis.domain.account.Passwords;
import im.chrysalis.domain.account.Registry;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.domain.circle.Circles;
import im.chrysalis.domain.contact.Notes;
import im.chrysalis.domain.offline.OfflineMessages;
import im.chrysalis.domain.person.PersonStore;
import im.chrysalis.domain.profile.Profiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that is kept. Gives out the ports of the domain; all of them may be used from any
 * thread until the store is closed.
 */
public final class Store implements AutoCloseable {
  private final Database database;
  private final StoreOptions options;
  private final Reads reads;
  private final Writer writer;
  private final Hashing hashing;
  private final StoredPeople people;
  private final StoredAccounts accounts;
  private final StoredPasswords passwords;
  private final StoredTickets tickets;
  private final StoredRegistry registry;
  private final StoredLetters letters;
  private final StoredProfiles profiles;
  private final StoredCircles circles;
  private final byte[] key;

  private Store(Database database, byte[] key, StoreOptions options) {
    SecretBox box = new SecretBox(key);
    this.key = key;
    this.database = database;
    this.options = options;
    this.reads = new Reads(database);
    this.writer = new Writer(database, options.observer());
    this.circles = new StoredCircles(reads, writer, options.clock(), options.circles());
    this.people = new StoredPeople(reads, writer, circles);
    this.accounts = new StoredAccounts(reads, writer, box, database.isOurs());
    this.hashing = new Hashing(options.hashes());
    this.passwords = new StoredPasswords(reads, hashing);
    this.letters = new StoredLetters(reads);
    this.profiles = new StoredProfiles(reads, writer);
    this.tickets = new StoredTickets(reads, writer, box, options.clock(), database.isOurs());
    this.registry = new StoredRegistry(reads, writer, box, hashing);
  }

  /**
   * Opens the store; makes it, and its key file, when there is none.
   *
   * @throws StoreException when the database can't be used, was made by a newer version, or belongs
   *     to another key file; the message is a sentence for the operator
   */
  public static Store open(StoreOptions options) {
    Database database = Database.of(options.url());
    try {
      Schema.bringUpToDate(database);
      return new Store(database, key(database, options), options);
    } catch (RuntimeException e) {
      database.close();
      throw e instanceof StoreException
          ? e
          : new StoreException(
              "The store " + Database.shown(options.url()) + " can't be opened: " + e.getMessage(),
              e);
    }
  }

  private static byte[] key(Database database, StoreOptions options) {
    Optional<String> check = database.read(sql -> Settings.find(sql, Settings.KEY_CHECK));
    if (check.isPresent() && !Files.exists(options.keyFile())) {
      throw new StoreException(
          "The store's key file "
              + options.keyFile()
              + " is missing: put it back, or restore a backup.");
    }
    byte[] key = KeyFile.readOrMake(options.keyFile());
    String mine = KeyFile.check(key);
    String kept =
        check.orElseGet(
            () -> database.write(sql -> Settings.keepFirst(sql, Settings.KEY_CHECK, mine)));
    if (!kept.equals(mine)) {
      throw new StoreException(
          "The key file "
              + options.keyFile()
              + " does not belong to this store: all servers of a"
              + " network share the key file that was made with it.");
    }
    return key;
  }

  /**
   * A key of 32 bytes that follows from the key file, so that all nodes of a network have the same
   * without telling it each other; it tells nothing of the key file.
   *
   * @param purpose what it is for; different purposes have keys that have nothing to do with each
   *     other
   */
  public byte[] derivedKey(String purpose) {
    return KeyFile.derive(key, purpose);
  }

  /** Persons: their lists, and changes to them. */
  public PersonStore people() {
    return people;
  }

  /** What waits for people who are not there. */
  public OfflineMessages offlineMessages() {
    return letters;
  }

  /** What people show of themselves. */
  public Profiles profiles() {
    return profiles;
  }

  /** Groups of people. */
  public Circles circles() {
    return circles;
  }

  /** What people have written down about others. */
  public Notes notes() {
    return owner -> reads.submit(sql -> NoteRows.all(sql, owner));
  }

  /** How servers find accounts. */
  public Accounts accounts() {
    return accounts;
  }

  /** How servers check passwords. */
  public Passwords passwords() {
    return passwords;
  }

  /** How servers give out tickets and know them again. */
  public Tickets tickets() {
    return tickets;
  }

  /** The operator's side. */
  public Registry registry() {
    return registry;
  }

  /** How many changes wait for the writer at this moment. */
  public int waitingChanges() {
    return writer.waiting();
  }

  /**
   * Writes a backup of database, key file and the other parts' directories as one file, while the
   * store is in use. Whoever has the file has everybody's secrets.
   *
   * @throws StoreException when it can't be written; the message is a sentence for the operator
   */
  public void backup(Path file) {
    Backup.write(database, options, file);
  }

  /**
   * Unpacks a backup into a data directory that no store uses, and its key to where the key file is
   * to be.
   *
   * @throws StoreException when the directory has a store with accounts in it, or another database
   *     or another store's key file is to be used, or the file is no backup, or not whole, or of a
   *     newer version; the message is a sentence for the operator
   */
  public static void restore(Path file, StoreOptions options) {
    Backup.restore(file, options);
  }

  /** Complains when the database is damaged. */
  void checkIntegrity() {
    database
        .damage()
        .ifPresent(finding -> {
          throw new StoreException("The database is damaged: " + finding + ".");
        });
  }

  /** Does what was handed over, then lets go of the database. */
  @Override
  public void close() {
    hashing.close();
    reads.close();
    writer.close();
    database.close();
  }
}
