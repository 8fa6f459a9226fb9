package im.chrysalis.testkit.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.terminal.ChatCommand;
import im.chrysalis.testkit.TestServer;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Two terminal messengers that talk with each other: a person's and a script's. */
class TwoChatsTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.test");
  private static final EmailAddress BEN = EmailAddress.of("ben@example.test");

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.onSqlite(Set.of());
    for (EmailAddress who : new EmailAddress[] {ANNA, BEN}) {
      server.createAccount(
          NewAccount.of(who, "secret-" + who.localPart())
              .named("It's " + who.localPart())
              .forLegacyClients());
    }
    server.addTo(ANNA, ContactList.FORWARD, BEN);
    server.addTo(ANNA, ContactList.ALLOW, BEN);
    server.addTo(BEN, ContactList.FORWARD, ANNA);
    server.addTo(BEN, ContactList.ALLOW, ANNA);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPersonAndAScriptTalk() throws Exception {
    Chat anna = new Chat(ANNA, "--plain");
    anna.shows("signed in");
    Chat ben = new Chat(BEN, "--json", "--status", "BSY");
    ben.shows("\"event\":\"signed-in\"");
    anna.shows("It's ben is busy");

    anna.type("/msg ben Hello, Ben");
    anna.shows("with It's ben");
    assertThat(ben.shows("\"event\":\"message\""))
        .contains("\"from\":\"anna@example.test\"", "\"text\":\"Hello, Ben\"");
    ben.type("{\"typing\":\"anna@example.test\"}");
    anna.shows("It's ben is typing");
    ben.type("{\"send\":\"Hello \\u001b[2Jyourself\",\"to\":\"anna@example.test\"}");
    assertThat(anna.shows("It's ben: Hello")).endsWith("It's ben: Hello ?[2Jyourself");
    ben.shows("\"acknowledged\":true");

    ben.type("{\"status\":\"AWY\"}");
    anna.shows("It's ben is away");
    ben.type("{\"name\":\"Benjamin\"}");
    anna.shows("It's ben is now Benjamin (ben@example.test)");
    anna.type("a text without a command goes to Ben");
    ben.shows("a text without a command goes to Ben");

    ben.type("{\"quit\":true}");
    ben.shows("\"event\":\"signed-out\"");
    assertThat(ben.exit()).isZero();
    anna.shows("Benjamin is offline");
    anna.type("Are you there?");
    anna.shows("not delivered: "); // by the conversation, if Ben has not left that yet
    anna.type("/nonsense");
    anna.shows("no command /nonsense");
    anna.type("/quit");
    assertThat(anna.exit()).isZero();
  }

  @Test
  void aBadLineIsAnErrorWithItsNumberAndTheScriptGoesOn() throws Exception {
    Chat anna = new Chat(ANNA, "--json");
    anna.shows("\"event\":\"signed-in\"");
    anna.type("{\"send\":");
    assertThat(anna.shows("\"event\":\"error\"")).contains("\"line\":2", "no JSON");
    anna.type("{\"send\":\"hello\",\"to\":\"ben@example.test\"}");
    assertThat(anna.shows("\"event\":\"error\""))
        .contains("\"line\":3", "\"to\":\"ben@example.test\"", "is not online");
    anna.type("{\"block\":\"ben@example.test\"}");
    anna.shows("\"event\":\"contact\"");
    anna.type("{\"add\":\"ben@example.test\",\"group\":\"nowhere\"}");
    assertThat(anna.shows("\"event\":\"error\"")).contains("\"line\":5", "no group nowhere");
    anna.type("{\"quit\":true}");
    assertThat(anna.exit()).isZero();
  }

  @Test
  void whatWasSaidLastIsNotLostWhenTheInputEnds() throws Exception {
    Chat ben = new Chat(BEN, "--json");
    ben.shows("\"event\":\"signed-in\"");
    Chat anna = new Chat(ANNA, "--plain");
    anna.type("/msg ben@example.test Bye");
    anna.endInput();
    assertThat(anna.exit()).isZero();
    assertThat(ben.shows("\"event\":\"message\"")).contains("Bye");
    ben.type("{\"quit\":true}");
    assertThat(ben.exit()).isZero();
  }

  /** One messenger, its input and what it printed. */
  private final class Chat {
    private static final long PATIENCE_SECONDS = 20;

    private final PrintStream input;
    private final LinkedBlockingQueue<String> printed = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    Chat(EmailAddress who, String... options) throws IOException {
      PipedOutputStream typed = new PipedOutputStream();
      input = new PrintStream(typed, true, StandardCharsets.UTF_8);
      PrintStream out = new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
      ChatCommand command = new ChatCommand(new PipedInputStream(typed), out);
      String at = "127.0.0.1:" + server.dispatch().getPort();
      Thread.ofPlatform()
          .daemon()
          .start(() ->
              exit.complete(new CommandLine(command).execute(arguments(who.text(), at, options))));
      type("secret-" + who.localPart());
    }

    private static String[] arguments(String account, String at, String... options) {
      String[] all = new String[options.length + 4];
      all[0] = account;
      all[1] = "--server";
      all[2] = at;
      all[3] = "--password-stdin";
      System.arraycopy(options, 0, all, 4, options.length);
      return all;
    }

    void type(String line) {
      input.println(line);
    }

    void endInput() {
      input.close();
    }

    /** The next line that contains a text; those before it are forgotten. */
    String shows(String text) throws InterruptedException {
      StringBuilder before = new StringBuilder();
      while (true) {
        String line = printed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(line).as("%s after%s", text, before).isNotNull();
        if (line.contains(text)) {
          return line;
        }
        before.append("\n  ").append(line);
      }
    }

    /** Keeps what is printed, by lines. */
    private final class Lines extends OutputStream {
      private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

      @Override
      public synchronized void write(int b) {
        if (b == '\n') {
          printed.add(begun.toString(StandardCharsets.UTF_8));
          begun.reset();
        } else {
          begun.write(b);
        }
      }
    }

    int exit() throws InterruptedException, ExecutionException, TimeoutException {
      return exit.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
