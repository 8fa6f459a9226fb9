package im.chrysalis.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.serve.Service;
import im.chrysalis.client.Credentials;
import im.chrysalis.client.Event;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.ServerAddress;
import im.chrysalis.values.EmailAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportAndExportTest {
  private static final String THREE =
      """
      {"account":"anna@example.test","password":"secret-a","name":"Anna 🦋","legacy":true,\
      "contacts":[{"account":"ben@example.test","lists":["FL","AL"],"groups":["Friends"]},\
      {"account":"carl@example.test","lists":["BL"]}]}
      {"account":"ben@example.test","password":"secret-b","properties":{"PHH":"555"},"blp":"BL"}

      {"account":"carl@example.test","password":"secret-c",\
      "contacts":[{"account":"anna@example.test","lists":["FL","AL"]}]}
      """;

  private static final String BAD =
      """
      {"account":"anna@example.test","password":"secret-a"}
      this is no JSON

      {"account":"anna@example.test","password":"secret-b"}
      {"account":"ben@example.test","colour":"green"}
      """;

  private enum Way {
    ALONE,
    BESIDE_A_SERVER
  }

  /** Nothing, or a server that stops when this is closed. */
  private interface Server extends AutoCloseable {
    @Override
    void close();
  }

  @TempDir Path directory;
  private DataDirectory here;
  private DataDirectory there;

  @BeforeEach
  void makeDirectories() throws IOException {
    here = DataDirectory.in(directory.resolve("here"));
    there = DataDirectory.in(directory.resolve("there"));
  }

  private static Server server(Way way, DataDirectory data) throws Exception {
    return way == Way.ALONE ? () -> {} : data.serve()::close;
  }

  private Ran importInto(DataDirectory data, String lines, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "account";
    arguments[1] = "import";
    arguments[2] = "-";
    arguments[3] = "--test-hashes";
    System.arraycopy(more, 0, arguments, 4, more.length);
    return data.withInput(lines, arguments);
  }

  /** A server often answers, and closes, before it was told that nothing more is handed in. */
  @Test
  void anAnswerThatComesFirstIsNotLost() throws Exception {
    try (Server _ = server(Way.BESIDE_A_SERVER, here)) {
      assertThat(importInto(here, THREE).code()).isZero();
      String first = here.export();
      for (int i = 0; i < 200; i++) {
        assertThat(here.export()).isEqualTo(first);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasExportedAndImportedElsewhereIsExportedTheSame(Way way) throws Exception {
    try (Server _ = server(way, here);
        Server _ = server(way, there)) {
      assertThat(importInto(here, THREE).code()).isZero();
      Path file = directory.resolve("all.jsonl");
      Ran exported = here.command("account", "export", file.toString());
      assertThat(exported.out()).isEqualToIgnoringNewLines("3 accounts exported to " + file);

      Ran imported = there.command("account", "import", file.toString());

      assertThat(imported).isEqualTo(new Ran(0, lines("3 accounts imported, 0 bad lines"), ""));
      assertThat(there.export())
          .isEqualTo(Files.readString(file))
          .isEqualTo(here.export())
          .contains("Anna 🦋", "Friends", "secret-a")
          .doesNotContain("secret-b");
    }
  }

  @ParameterizedTest
  @EnumSource
  void badLinesAreToldByNumberAndNothingIsImported(Way way) throws Exception {
    try (Server _ = server(way, here)) {
      Ran ran = importInto(here, BAD);

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.err().lines().skip(1))
          .satisfiesExactly(
              second -> assertThat(second).startsWith("line 2: is not JSON"),
              fourth -> assertThat(fourth).isEqualTo("line 4: account: line 1 has the same"),
              fifth -> assertThat(fifth).startsWith("line 5: ").contains("colour"));
      assertThat(ran.out()).isEqualTo(lines("0 accounts imported, 3 bad lines"));
      assertThat(here.export()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void goodLinesAreImportedWhenBadOnesAreToBeSkipped(Way way) throws Exception {
    try (Server _ = server(way, here)) {
      Ran ran = importInto(here, BAD, "--skip-bad");

      assertThat(ran.code()).isEqualTo(1);
      assertThat(ran.out()).isEqualTo(lines("1 accounts imported, 3 bad lines"));
      assertThat(here.export().lines())
          .singleElement()
          .asString()
          .contains("\"anna@example.test\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotUtf8IsRefusedInOneSentence(Way way) throws Exception {
    byte[] latin =
        "{\"account\":\"a@example.test\",\"name\":\"José\"}".getBytes(StandardCharsets.ISO_8859_1);
    try (Server _ = server(way, here)) {
      Ran ran = here.withInput(latin, "account", "import", "-");

      assertThat(ran)
          .isEqualTo(new Ran(1, "", lines("chrysalis: what was to be read is not in UTF-8")));
      assertThat(here.export()).isEmpty();
    }
  }

  @Test
  void hashesThatProtectNobodyAreSaidLoudly() {
    assertThat(importInto(here, THREE).err()).startsWith("WARNING: --test-hashes");
    assertThat(here.export()).contains("$argon2id$v=19$m=8,t=1,p=1$");
  }

  @Test
  void withoutBeingAskedHashesProtect() {
    here.withInput(
        "{\"account\":\"a@example.test\",\"password\":\"secret-a\"}", "account", "import", "-");

    assertThat(here.export()).contains("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void anOlderExportStaysWhenTheNewOneFails() throws Exception {
    Path file = Files.writeString(directory.resolve("all.jsonl"), "the older one");
    here.configure("nonsense = 1");

    Ran ran = here.command("account", "export", file.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(file).hasContent("the older one");
    try (var files = Files.list(directory)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder("here", "there", "all.jsonl");
    }
  }

  @Test
  void whoIsSignedInHearsThatSomebodyImportedHasThem() throws Exception {
    try (Service service = here.serve()) {
      importInto(here, THREE);
      CompletableFuture<Event.AddedYou> added = new CompletableFuture<>();
      Options options =
          Options.at(new ServerAddress("127.0.0.1", port(service)))
              .listener(event -> {
                if (event instanceof Event.AddedYou it) {
                  added.complete(it);
                }
              });
      try (Messenger anna =
          Messenger.signIn(Credentials.of("anna@example.test", "secret-a"), options)
              .toCompletableFuture()
              .get(20, TimeUnit.SECONDS)) {
        String dora =
            "{\"account\":\"dora@example.test\",\"password\":\"secret-d\","
                + "\"contacts\":[{\"account\":\"anna@example.test\",\"lists\":[\"FL\",\"AL\"]}]}";

        assertThat(importInto(here, dora).code()).isZero();

        assertThat(added.get(20, TimeUnit.SECONDS).contact().address())
            .isEqualTo(EmailAddress.of("dora@example.test"));
        assertThat(anna.contacts().find(EmailAddress.of("dora@example.test"))).isPresent();
      }
    }
  }

  private static int port(Service service) {
    return service.listening().stream()
        .filter(it -> it.name().equals("dispatch server"))
        .findFirst()
        .orElseThrow()
        .address()
        .getPort();
  }

  private static String lines(String line) {
    return line + System.lineSeparator();
  }
}
