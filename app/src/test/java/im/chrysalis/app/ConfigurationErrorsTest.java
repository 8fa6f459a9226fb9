package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.app.config.ConfigurationProblem;
import im.chrysalis.app.serve.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationErrorsTest {
  @TempDir Path directory;

  /** Slashes stand for the ends of lines. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          roles = []/# ours//colour = "green"  | 1 | roles must be
          host = "::"/# ours//colour = "green" | 4 | there is no setting colour
          [ports]/dispatch = 0/disptach = 1863 | 3 | there is no setting ports.disptach
          [ports]/dispatch = 70000             | 2 | ports.dispatch must be a port from 0 to 65535
          host = "127.0.0.1"/ports = 3         | 2 | write [ports]
          host = "127.0.0.1"/roles = ["cook"]  | 2 | roles
          [limits]/sign-in-time = "soon"       | 2 | limits.sign-in-time
          host = "127.0.0.1/roles = []         | 1 | ''
          [cluster]/seeds = ["10.0.0.1"]       | 2 | cluster.seeds
          [log]/level = 1/ports = "x"/host = 2 | 2 | log.level
          """)
  void whatCantBeSetIsRefusedWithItsLine(String text, int line, String words) throws Exception {
    DataDirectory data = DataDirectory.in(directory).configure(text.replace('/', '\n'));

    Ran ran = data.command("account", "list");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .hasLineCount(1)
        .startsWith("chrysalis: " + directory.resolve("chrysalis.toml") + ", line " + line + ": ")
        .contains(words);
    assertThatThrownBy(data::serve).isInstanceOf(ConfigurationProblem.class);
  }

  @Test
  void aFileThatIsNamedMustBeThere() throws IOException {
    Ran ran = DataDirectory.in(directory).command("account", "list", "--config", "missing.toml");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualToIgnoringNewLines("chrysalis: there is no configuration file missing.toml");
  }

  @Test
  void aCertificateWithoutItsKeyIsRefused() throws IOException {
    Ran ran =
        DataDirectory.in(directory)
            .configure("[tls]\ncertificate = \"mine.pem\"\n")
            .command("serve");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err())
        .isEqualToIgnoringNewLines("chrysalis: tls.certificate and tls.key must be set together");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "notification"             | roles leaves out "switchboard", so nobody could talk
          "dispatch", "notification" | roles leaves out "switchboard", so nobody could talk
          "web"                      | roles leaves out "notification", so nobody is signed in here
          "switchboard", "web"       | roles leaves out "notification", so nobody is signed in here
          """)
  void rolesThatLeadToAnotherProcessNeedThatItIsKnown(String roles, String words)
      throws IOException {
    Ran ran = DataDirectory.in(directory).configure("roles = [" + roles + "]").command("serve");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).hasLineCount(1).startsWith("chrysalis: " + words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles = [\"dispatch\"]",
        "roles = [\"notification\", \"switchboard\"]",
        "roles = [\"notification\"]\n[cluster]\nseeds = [\"127.0.0.1:7355\"]",
        "roles = [\"web\"]\n[cluster]\nseeds = [\"127.0.0.1:7355\"]",
      })
  void otherRolesAreTheOperatorsChoice(String text) throws IOException {
    assertThat(DataDirectory.in(directory).configure(text).command("account", "list").err())
        .doesNotContain("roles");
  }

  @Test
  void aCertificateThatIsNotThereIsRefusedAtTheStartAndAtAReload() throws Exception {
    DataDirectory data = DataDirectory.in(directory);
    String ports = Files.readString(directory.resolve("chrysalis.toml"));
    String missing = "[tls]\ncertificate = \"mine.pem\"\nkey = \"mine.key\"\n";
    try (Service _ = data.serve()) {
      data.configure(ports + missing);
      assertThat(data.command("reload").err())
          .hasLineCount(1)
          .contains("there is no file " + directory.resolve("mine."), "nothing was changed");
    }
    assertThat(data.command("serve").err())
        .hasLineCount(1)
        .contains("there is no file " + directory.resolve("mine."));
  }

  @Test
  void aReloadOfABrokenFileChangesNothing() throws Exception {
    DataDirectory data = DataDirectory.in(directory);
    try (Service _ = data.serve()) {
      data.configure("[limits]\ninvites-per-minute = 0\n");

      Ran ran = data.command("reload");

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err())
          .hasLineCount(1)
          .contains(", line 2: limits.invites-per-minute must be", "nothing was changed");
    }
  }
}
