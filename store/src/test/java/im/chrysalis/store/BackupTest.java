package im.chrysalis.store;

import static im.chrysalis.store.Neighbours.address;
import static im.chrysalis.store.Neighbours.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.domain.account.NewAccount;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir Path directory;
  private Path data;
  private Path file;
  private Path elsewhere;
  private Store store;

  @BeforeEach
  void open() throws Exception {
    data = directory.resolve("data");
    file = directory.resolve("backups").resolve("monday.zip");
    elsewhere = directory.resolve("elsewhere");
    store = Store.open(StoreOptions.in(data).withHashes(HashStrength.TEST));
    store.registry().create(NewAccount.of(address("anna"), "secret").forLegacyClients());
    write(data.resolve("tls").resolve("root.pem"), "a certificate");
    write(data.resolve("pictures").resolve("ab").resolve("cd"), "a picture");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void aBackupOfAStoreInUseRestoresEverythingElsewhere() throws Exception {
    store.backup(file);
    store.registry().create(NewAccount.of(address("late"), "secret"));
    Store.restore(file, StoreOptions.in(elsewhere));
    try (Store restored = Store.open(StoreOptions.in(elsewhere))) {
      assertThat(await(restored.accounts().legacySecret(address("anna"))).orElseThrow().password())
          .isEqualTo("secret");
      assertThat(restored.registry().find(address("late"))).isEmpty();
    }
    assertThat(elsewhere.resolve("tls/root.pem")).hasContent("a certificate");
    assertThat(elsewhere.resolve("pictures/ab/cd")).hasContent("a picture");
    assertThat(names(elsewhere)).containsExactly("chrysalis.db", "pictures", "secret.key", "tls");
    assertThat(names(file.getParent())).containsExactly("monday.zip");
  }

  private static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aBackupIsForItsOwnersEyesOnly() throws Exception {
    store.backup(file);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void anOlderBackupIsReplacedAndNoOtherFile() throws Exception {
    store.backup(file);
    store.registry().create(NewAccount.of(address("ben"), "secret"));
    store.backup(file);
    Store.restore(file, StoreOptions.in(elsewhere));
    try (Store restored = Store.open(StoreOptions.in(elsewhere))) {
      assertThat(restored.registry().find(address("ben"))).isPresent();
    }
    Path letter = directory.resolve("letter.txt");
    Files.writeString(letter, "Dear Anna");
    assertThatThrownBy(() -> store.backup(letter))
        .isInstanceOf(StoreException.class)
        .hasMessage(letter + " exists and is no backup: it is left alone.");
    assertThat(letter).hasContent("Dear Anna");
  }

  @Test
  void aStoreWithAccountsIsNotReplaced() {
    store.backup(file);
    assertThatThrownBy(() -> Store.restore(file, StoreOptions.in(data)))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The store in %s has 1 accounts: a backup is restored only where there are none."
                .formatted(data.resolve("chrysalis.db")));
  }

  @Test
  void anEmptyStoreIsReplacedWithItsKey() {
    Store.open(StoreOptions.in(elsewhere)).close();
    store.backup(file);
    Store.restore(file, StoreOptions.in(elsewhere));
    try (Store restored = Store.open(StoreOptions.in(elsewhere))) {
      assertThat(await(restored.accounts().legacySecret(address("anna")))).isPresent();
    }
  }

  @Test
  void theKeyGoesWhereTheKeyFileIsToBe() throws Exception {
    Path key = directory.resolve("keys").resolve("network.key");
    StoreOptions options = StoreOptions.in(elsewhere).withKeyFile(key);
    store.backup(file);
    Store.restore(file, options);
    assertThat(key).hasSameBinaryContentAs(data.resolve("secret.key"));
    assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    assertThat(names(elsewhere)).containsExactly("chrysalis.db", "pictures", "tls");
    try (Store restored = Store.open(options)) {
      assertThat(await(restored.accounts().legacySecret(address("anna")))).isPresent();
    }
  }

  @Test
  void aKeyFileOfAnotherStoreIsLeftAlone() throws Exception {
    Path key = directory.resolve("network.key");
    StoreOptions options = StoreOptions.in(elsewhere).withKeyFile(key);
    store.backup(file);
    Files.writeString(key, "0".repeat(64));
    assertThatThrownBy(() -> Store.restore(file, options))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The key file %s is not that of the backup: move it away, or set another one."
                .formatted(key));
    assertThat(names(elsewhere)).isEmpty();

    Files.copy(data.resolve("secret.key"), key, StandardCopyOption.REPLACE_EXISTING);
    Store.restore(file, options);
    assertThat(names(elsewhere)).containsExactly("chrysalis.db", "pictures", "tls");
  }

  @Test
  void anotherDatabaseIsNotRestoredInto() {
    store.backup(file);
    assertThatThrownBy(() ->
            Store.restore(
                file, StoreOptions.in(elsewhere).withUrl("jdbc:postgresql://127.0.0.1/chrysalis")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("store.url names another one");
  }

  @Test
  void aFileThatIsNoBackupIsRefused() throws Exception {
    Path letter = directory.resolve("letter.txt");
    Files.writeString(letter, "Dear Anna");
    assertRefused(letter, "is no backup of Chrysalis");
    assertRefused(zip("other.zip", List.of("readme", "hello")), "is no backup of Chrysalis");
    assertRefused(directory.resolve("missing.zip"), "can't be restored");
  }

  @Test
  void aBackupThatWouldWriteElsewhereIsRefused() throws Exception {
    String mark = "Chrysalis backup, format 1\n";
    Path evil = zip("evil.zip", List.of("chrysalis-backup", mark), List.of("../escaped", "ha"));
    assertRefused(evil, "is no backup of Chrysalis");
    assertThat(directory.resolve("escaped")).doesNotExist();
    assertRefused(zip("part.zip", List.of("chrysalis-backup", mark)), "is not whole");
    assertRefused(
        zip(
            "mixed.zip",
            List.of("chrysalis-backup", mark),
            List.of("chrysalis.db", "hello"),
            List.of("secret.key", "hello")),
        "can't be used");
  }

  @SafeVarargs
  private Path zip(String name, List<String>... entries) throws IOException {
    Path zip = directory.resolve(name);
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (List<String> entry : entries) {
        out.putNextEntry(new ZipEntry(entry.get(0)));
        out.write(entry.get(1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return zip;
  }

  private void assertRefused(Path file, String why) throws IOException {
    assertThatThrownBy(() -> Store.restore(file, StoreOptions.in(elsewhere)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
    assertThat(elsewhere.resolve("chrysalis.db")).doesNotExist();
    if (Files.exists(elsewhere)) {
      assertThat(names(elsewhere)).isEmpty();
    }
  }

  @Test
  void aStoreOnPostgresqlIsBackedUpWithItsOwnTools() {
    StoreOptions options = TestedDatabase.POSTGRESQL.fresh(elsewhere);
    try (Store other = Store.open(options)) {
      assertThatThrownBy(() -> other.backup(file))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("pg_dump");
    }
    assertThat(file).doesNotExist();
  }
}
