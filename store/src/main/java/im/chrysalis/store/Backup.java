package im.chrysalis.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A backup: one zip with the database, the key file, and the directories of other parts.
 *
 * <pre>
 *   chrysalis-backup   one line that says so, first
 *   chrysalis.db       as of one moment
 *   secret.key
 *   tls/…  pictures/…   when there are any
 * </pre>
 */
final class Backup {
  static final List<String> DIRECTORIES = List.of("tls", "pictures");

  private static final String MARK = "chrysalis-backup";
  private static final String MARK_TEXT = "Chrysalis backup, format 1\n";

  private Backup() {}

  /** Writes a backup while the store is in use. Replaces an older backup, but no other file. */
  static void write(Database database, StoreOptions options, Path file) {
    Path target = file.toAbsolutePath();
    if (Files.exists(target) && !isBackup(target)) {
      throw new StoreException(file + " exists and is no backup: it is left alone.");
    }
    try {
      Files.createDirectories(parent(target));
      Path workshop = OwnerOnly.newDirectory(parent(target), ".chrysalis-backup-");
      try {
        Path copy = workshop.resolve(StoreOptions.DATABASE_FILE);
        database.copyTo(copy);
        Path zip = OwnerOnly.newFile(workshop.resolve("zip"));
        write(zip, copy, options);
        Files.move(zip, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        FileTrees.remove(workshop);
      }
    } catch (IOException e) {
      throw new StoreException("The backup " + file + " can't be written: " + e, e);
    }
  }

  private static void write(Path zip, Path database, StoreOptions options) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(MARK));
      out.write(MARK_TEXT.getBytes(StandardCharsets.US_ASCII));
      add(out, StoreOptions.DATABASE_FILE, database);
      add(out, StoreOptions.KEY_FILE, options.keyFile());
      for (String directory : DIRECTORIES) {
        for (Path each : FileTrees.files(options.directory().resolve(directory))) {
          String name = options.directory().relativize(each).toString().replace('\\', '/');
          add(out, name, each);
        }
      }
    }
  }

  private static void add(ZipOutputStream out, String name, Path file) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    Files.copy(file, out);
    out.closeEntry();
  }

  private static boolean isBackup(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return isBackup(zip);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isBackup(ZipFile zip) throws IOException {
    ZipEntry mark = zip.getEntry(MARK);
    if (mark == null) {
      return false;
    }
    try (InputStream in = zip.getInputStream(mark)) {
      byte[] text = in.readNBytes(MARK_TEXT.length() + 1);
      return new String(text, StandardCharsets.US_ASCII).equals(MARK_TEXT);
    }
  }

  /** Unpacks a backup into a directory without a store, and looks whether it is whole. */
  static void restore(Path file, StoreOptions options) {
    Path directory = options.directory();
    if (!options.url().equals(StoreOptions.in(directory).url())) {
      throw new StoreException(
          "A backup is restored into the database of the data directory, and store.url names"
              + " another one.");
    }
    refuseToReplace(directory.resolve(StoreOptions.DATABASE_FILE));
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (!isBackup(zip)) {
        throw new StoreException(file + " is no backup of Chrysalis.");
      }
      Files.createDirectories(directory);
      Path workshop = OwnerOnly.newDirectory(directory, ".chrysalis-restore-");
      try {
        unpack(zip, workshop);
        check(file, workshop);
        moveKeyOut(workshop.resolve(StoreOptions.KEY_FILE), options);
        moveIn(workshop, directory);
      } finally {
        FileTrees.remove(workshop);
      }
    } catch (ZipException e) {
      throw new StoreException(file + " is no backup of Chrysalis.", e);
    } catch (IOException e) {
      throw new StoreException("The backup " + file + " can't be restored: " + e, e);
    }
  }

  private static void refuseToReplace(Path database) {
    if (!Files.exists(database)) {
      return;
    }
    long accounts;
    try (Database existing = SqliteDatabase.open(database)) {
      accounts =
          existing.read(sql ->
              existing.hasTable(sql, "account") ? sql.number("SELECT count(*) FROM account") : 0L);
    } catch (RuntimeException e) {
      throw new StoreException(
          "There is a file " + database + " already, and it can't be read: move it away first.", e);
    }
    if (accounts > 0) {
      throw new StoreException(
          "The store in %s has %d accounts: a backup is restored only where there are none."
              .formatted(database, accounts));
    }
  }

  private static void unpack(ZipFile zip, Path into) throws IOException {
    for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
      Path target = into.resolve(entry.getName()).normalize();
      if (entry.isDirectory() || entry.getName().equals(MARK)) {
        continue;
      }
      if (!belongs(into.relativize(target))) {
        throw new ZipException("unexpected " + entry.getName());
      }
      Files.createDirectories(parent(target));
      OwnerOnly.newFile(target);
      try (InputStream in = zip.getInputStream(entry);
          OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
        in.transferTo(out);
      }
    }
  }

  private static boolean belongs(Path name) {
    String first = name.getName(0).toString();
    return name.getNameCount() == 1
        ? first.equals(StoreOptions.DATABASE_FILE) || first.equals(StoreOptions.KEY_FILE)
        : DIRECTORIES.contains(first);
  }

  /** Opens what was unpacked as a server would. */
  private static void check(Path file, Path workshop) {
    StoreOptions options = StoreOptions.in(workshop);
    if (!Files.exists(workshop.resolve(StoreOptions.DATABASE_FILE))
        || !Files.exists(options.keyFile())) {
      throw new StoreException("The backup " + file + " is not whole.");
    }
    try (Store store = Store.open(options)) {
      store.checkIntegrity();
    } catch (StoreException e) {
      throw new StoreException("The backup " + file + " can't be used: " + e.getMessage(), e);
    }
  }

  /** A key file that is kept elsewhere may be that of other stores too: it is never replaced. */
  private static void moveKeyOut(Path unpacked, StoreOptions options) throws IOException {
    Path place = options.keyFile().toAbsolutePath().normalize();
    Path usual = options.directory().resolve(StoreOptions.KEY_FILE).toAbsolutePath().normalize();
    if (place.equals(usual)) {
      return;
    }
    if (!Files.exists(place)) {
      Files.createDirectories(parent(place));
      Files.move(unpacked, place);
    } else if (Arrays.equals(KeyFile.read(place), KeyFile.read(unpacked))) {
      Files.delete(unpacked);
    } else {
      throw new StoreException(
          "The key file %s is not that of the backup: move it away, or set another one."
              .formatted(place));
    }
  }

  private static void moveIn(Path workshop, Path directory) throws IOException {
    List<Path> replaced = new ArrayList<>();
    for (String suffix : List.of("", "-wal", "-shm")) {
      replaced.add(directory.resolve(StoreOptions.DATABASE_FILE + suffix));
    }
    for (Path old : replaced) {
      Files.deleteIfExists(old);
    }
    try (Stream<Path> unpacked = Files.list(workshop)) {
      for (Path each : (Iterable<Path>) unpacked::iterator) {
        Path target = directory.resolve(each.getFileName());
        FileTrees.remove(target);
        Files.move(each, target);
      }
    }
  }

  private static Path parent(Path absolute) {
    Path parent = absolute.getParent();
    if (parent == null) {
      throw new StoreException(absolute + " is no file.");
    }
    return parent;
  }
}
