package im.chrysalis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import im.chrysalis.values.AccountId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("keys").resolve("secret.key");
  }

  @Test
  void aMissingKeyFileIsMadeForItsOwnerOnlyAndReadAgain() throws Exception {
    byte[] key = KeyFile.readOrMake(file);
    assertThat(key).hasSize(32).isEqualTo(KeyFile.readOrMake(file));
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void hexadecimalDigitsAndBase64AreUnderstood() throws Exception {
    byte[] key = KeyFile.readOrMake(file);
    Files.writeString(file, HexFormat.of().withUpperCase().formatHex(key));
    assertThat(KeyFile.readOrMake(file)).isEqualTo(key);
    Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\r\n");
    assertThat(KeyFile.readOrMake(file)).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "c2VjcmV0", "zz"})
  void anythingElseIsRefused(String text) throws Exception {
    KeyFile.readOrMake(file);
    Files.writeString(file, text);
    assertThatThrownBy(() -> KeyFile.readOrMake(file))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The key file " + file + " must hold 32 bytes as 64 hexadecimal digits or as base64.");
  }

  @Test
  void aStoreDoesNotOpenWithAnotherKeyFile() {
    StoreOptions options = StoreOptions.in(directory);
    Store.open(options).close();
    KeyFile.readOrMake(file);
    assertThatThrownBy(() -> Store.open(options.withKeyFile(file)))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The key file " + file + " does not belong to this store");
  }

  @Test
  void aStoreDoesNotOpenWithoutItsKeyFileAndNoneIsMade() throws Exception {
    StoreOptions options = StoreOptions.in(directory);
    Store.open(options).close();
    Files.delete(options.keyFile());
    assertThatThrownBy(() -> Store.open(options))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The store's key file " + options.keyFile() + " is missing");
    assertThat(options.keyFile()).doesNotExist();
  }

  @Test
  void aSecretOpensOnlyForItsAccountAndKey() {
    SecretBox box = new SecretBox(KeyFile.readOrMake(file));
    AccountId anna = new AccountId(10_001);
    String closed = box.close(anna, "sesame ♥");
    assertThat(closed).isNotEqualTo(box.close(anna, "sesame ♥"));
    assertThat(box.open(anna, closed)).contains("sesame ♥");
    assertThat(box.open(new AccountId(10_002), closed)).isEmpty();
    assertThat(new SecretBox(new byte[32]).open(anna, closed)).isEmpty();
    assertThat(box.open(anna, "")).isEmpty();
    assertThat(box.open(anna, "not base64!")).isEmpty();
    assertThat(box.open(anna, closed.substring(0, 20))).isEmpty();
  }
}
