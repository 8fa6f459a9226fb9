package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.serve.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupAndRestoreTest {
  @TempDir Path directory;
  private DataDirectory here;
  private DataDirectory there;
  private Path file;

  @BeforeEach
  void makeDirectories() throws IOException {
    here = DataDirectory.in(directory.resolve("here"));
    there = DataDirectory.in(directory.resolve("there"));
    file = directory.resolve("backup.zip");
  }

  private void makeAccount() {
    Ran made =
        here.withInput("secret-a\n", "account", "create", "anna@example.test", "--legacy-clients");
    assertThat(made.code()).isZero();
  }

  @Test
  void aBackupOfARunningServerIsWholeElsewhere() throws Exception {
    try (Service service = here.serve()) {
      makeAccount();
      String authority = authority(service);
      assertThat(here.command("backup", file.toString()).code()).isZero();

      Ran restored = there.command("restore", file.toString());

      assertThat(restored.err()).isEmpty();
      assertThat(restored.code()).isZero();
      // the password itself can be exported only with the key file it was encrypted under
      assertThat(there.export()).isEqualTo(here.export()).contains("secret-a");
      assertThat(there.path().resolve("tls/ca.crt"))
          .as("what clients trust already")
          .hasContent(authority);
      assertThat(there.path().resolve("tls/ca.key")).exists();
    }
  }

  /** As clients get it; it is there then. */
  private static String authority(Service service) throws Exception {
    int port = service.server().web().orElseThrow().http().address().getPort();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/ca.pem")).build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  @Test
  void theKeyIsRestoredToTheKeyFileThatIsSet() throws IOException {
    makeAccount();
    here.command("backup", file.toString());
    there.configure("[secrets]\nkey-file = \"../network.key\"");

    Ran restored = there.command("restore", file.toString());

    assertThat(restored.err()).isEmpty();
    assertThat(directory.resolve("network.key")).exists();
    assertThat(there.export()).isEqualTo(here.export()).contains("secret-a");
  }

  @Test
  void accountsAreNotOverwritten() {
    makeAccount();
    here.command("backup", file.toString());
    String before = here.export();

    Ran ran = here.command("restore", file.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).hasLineCount(1).contains("has 1 accounts");
    assertThat(here.export()).isEqualTo(before);
  }

  @Test
  void nothingIsRestoredUnderARunningServer() throws Exception {
    here.command("backup", file.toString());
    try (Service _ = here.serve()) {
      Ran ran = here.command("restore", file.toString());

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err()).hasLineCount(1).contains("is in use by another Chrysalis (server ");
    }
  }

  @Test
  void whatIsNoBackupIsRefusedInOneSentence() throws IOException {
    Ran missing = there.command("restore", file.toString());
    Files.writeString(file, "a letter");
    Ran letter = there.command("restore", file.toString());

    assertThat(missing.err()).hasLineCount(1).contains("there is no file " + file);
    assertThat(letter.err()).hasLineCount(1).contains(file + " is no backup of Chrysalis");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(letter.code()).isEqualTo(1);
  }
}
