package im.chrysalis.testkit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.terminal.ChatCommand;
import im.chrysalis.testkit.TestServer;
import im.chrysalis.values.EmailAddress;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The exit codes by which scripts know what happened. */
class ChatCommandTest {
  private final InputStream input = System.in;
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.onSqlite(Set.of());
    for (String name : new String[] {"anna", "ben"}) {
      server.createAccount(
          NewAccount.of(EmailAddress.of(name + "@example.test"), "secret-" + name)
              .forLegacyClients());
    }
  }

  @AfterEach
  void stop() {
    System.setIn(input);
    server.close();
  }

  private int chat(String password, String... arguments) {
    System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
    CommandLine command =
        new CommandLine(new ChatCommand()).setErr(new PrintWriter(new StringWriter()));
    return command.execute(arguments);
  }

  private String at() {
    return "127.0.0.1:" + server.dispatch().getPort();
  }

  @Test
  void aWrongPasswordIsThree() {
    int code =
        chat(
            "wrong",
            "anna@example.test",
            "--server",
            at(),
            "--password-stdin",
            "--to",
            "ben@example.test",
            "--send",
            "hello");
    assertThat(code).isEqualTo(3);
  }

  @Test
  void anOfflineRecipientIsFive() {
    int code =
        chat(
            "secret-anna",
            "anna@example.test",
            "--server",
            at(),
            "--password-stdin",
            "--to",
            "ben@example.test",
            "--send",
            "hello");
    assertThat(code).isEqualTo(5);
  }

  @Test
  void aServerThatIsNotThereIsFour() {
    int code =
        chat(
            "secret-anna",
            "anna@example.test",
            "--server",
            "127.0.0.1:1",
            "--password-stdin",
            "--to",
            "ben@example.test",
            "--send",
            "hello");
    assertThat(code).isEqualTo(4);
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(chat("x", "anna@example.test", "--to", "ben@example.test")).isEqualTo(2);
    assertThat(chat("x", "no address", "--password-stdin")).isEqualTo(2);
    assertThat(chat("x", "anna@example.test", "--dialect", "MSNP99")).isEqualTo(2);
    assertThat(chat("x", "anna@example.test", "--status", "FLN")).isEqualTo(2);
  }
}
