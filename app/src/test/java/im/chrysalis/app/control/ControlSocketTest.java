package im.chrysalis.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Sources;
import im.chrysalis.app.operate.CreateAccount;
import im.chrysalis.app.operate.Exchange;
import im.chrysalis.app.operate.ImportAccounts;
import im.chrysalis.app.operate.Lines;
import im.chrysalis.app.operate.ListAccounts;
import im.chrysalis.app.operate.Order;
import im.chrysalis.app.operate.Refused;
import im.chrysalis.app.operate.Reload;
import im.chrysalis.app.operate.Workplace;
import im.chrysalis.cluster.alone.Alone;
import im.chrysalis.domain.account.PasswordRule;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
  private static final String WITHIN_LIMITS = "x".repeat(PasswordRule.MIN_LENGTH);

  @TempDir Path directory = Path.of("");

  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /** A server of which only the operator's side is there. */
  private final class Running implements AutoCloseable {
    private final DataLock lock;
    private final Store store;
    private final ControlServer control;

    Running(Path data) throws IOException {
      lock = DataLock.takeForServer(data).orElseThrow();
      Configuration configuration = Configuration.in(data);
      store = Store.open(configuration.store().withHashes(HashStrength.TEST));
      Alone people = new Alone(store.people(), new StoppedTimer(), workers);
      control =
          ControlServer.open(
              data,
              new Workplace(
                  configuration,
                  store,
                  people,
                  Optional.of(() -> new Reload.Done(List.of("a.b"), List.of()))));
    }

    @Override
    public void close() throws IOException {
      control.close();
      store.close();
      lock.close();
    }
  }

  @BeforeEach
  void leaveASocketBehind() throws IOException {
    Files.writeString(directory.resolve("control.sock"), "left behind by a server that was killed");
  }

  @AfterEach
  void stop() {
    workers.close();
  }

  @Test
  void onlyItsOwnerCanOpenTheSocketAndItGoesWithTheServer() throws IOException {
    Path socket = directory.resolve("control.sock");
    try (Running _ = new Running(directory)) {
      assertThat(Files.getPosixFilePermissions(socket))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void anOrderIsCarriedOutByTheServerThatRuns() throws Exception {
    try (Running running = new Running(directory)) {
      assertThat(order(directory, account("anna@example.test")))
          .isEqualTo(new CreateAccount.Made("anna@example.test", "anna", 10_001));
      assertThat(order(directory, new Reload()))
          .isEqualTo(new Reload.Done(List.of("a.b"), List.of()));
      assertThat(running.store.registry().isEmpty()).isFalse();
    }
  }

  @Test
  void theSameOrderIsCarriedOutWithoutAServer() throws Exception {
    assertThat(order(directory, account("anna@example.test")))
        .isEqualTo(new CreateAccount.Made("anna@example.test", "anna", 10_001));
    assertThatThrownBy(() -> order(directory, new Reload()))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("no server runs on " + directory);
  }

  @Test
  void aDirectoryMayHaveALongerPathThanTheAddressOfASocket() throws Exception {
    Path data = directory.resolve("d".repeat(120)).resolve("e".repeat(120));
    try (Running running = new Running(data)) {
      order(data, account("anna@example.test"));
      assertThat(running.store.registry().isEmpty()).isFalse();
    }
    assertThat(data.resolve("control.sock")).doesNotExist();
  }

  @Test
  void aRefusalIsTheSameSentenceEitherWay() throws Exception {
    Order<?> tooShort = new CreateAccount("anna@example.test", Optional.empty(), false, "x");
    String sentence = "anna@example.test: the password needs at least 6 characters";

    assertThatThrownBy(() -> order(directory, tooShort)).hasMessage(sentence);
    try (Running _ = new Running(directory)) {
      assertThatThrownBy(() -> order(directory, tooShort))
          .isInstanceOf(Refused.class)
          .hasMessage(sentence);
    }
  }

  @Test
  void whatIsHandedInAndOutMayBeLongAndHoldAnyCharacter() throws Exception {
    String name = "\u00C4\uD83E\uDD8B\\\"\u2028".repeat(40);
    String lines =
        String.join(
            "\n",
            IntStream.range(0, 1000)
                .mapToObj(i ->
                    "{\"account\":\"a%d@example.test\",\"name\":\"%s\"}"
                        .formatted(i, name.replace("\\", "\\\\").replace("\"", "\\\"")))
                .toList());
    StringWriter out = new StringWriter();
    try (Running _ = new Running(directory)) {
      ImportAccounts.Done done =
          order(
              directory,
              new ImportAccounts(false, true),
              new StringReader(lines),
              Writer.nullWriter());
      assertThat(done.complaints()).isEmpty();
      assertThat(done.imported()).isEqualTo(1000);

      ListAccounts.Total total = order(directory, new ListAccounts(), Reader.nullReader(), out);
      assertThat(total.accounts()).isEqualTo(1000);
    }
    assertThat(out.toString().lines())
        .hasSize(1000)
        .allSatisfy(
            line -> assertThat(Lines.value(line, ListAccounts.Row.class).name()).isEqualTo(name));
  }

  @Test
  void anImportWhoseCommandWentAwayLeavesNothing() throws Exception {
    try (Running running = new Running(directory)) {
      try (SocketChannel cut = connect()) {
        say(cut, "{\"ordered\":{\"order\":{\"order\":\"import-accounts\"}}}");
        say(cut, "{\"data\":{\"text\":\"{\\\"account\\\":\\\"a@example.test\\\"}\\n\"}}");
        cut.shutdownOutput();
        assertThat(Channels.newInputStream(cut).readAllBytes()).isEmpty();
      }
      assertThat(running.store.registry().isEmpty()).isTrue();
    }
  }

  @Test
  void whatIsNoOrderEndsThatConnectionAndNoOther() throws Exception {
    try (Running running = new Running(directory)) {
      for (String line :
          List.of("nonsense", "{\"end\":{}}", "{\"ordered\":{\"order\":null}}", "[]", "")) {
        try (SocketChannel other = connect()) {
          say(other, line);
          other.shutdownOutput();
          assertThat(
                  new String(Channels.newInputStream(other).readAllBytes(), StandardCharsets.UTF_8))
              .as(line)
              .isEmpty();
        }
      }
      order(directory, account("anna@example.test"));
      assertThat(running.store.registry().isEmpty()).isFalse();
    }
  }

  @Test
  void whoDoesNotAnswerIsNamed() throws Exception {
    try (DataLock _ = DataLock.takeForServer(directory).orElseThrow()) {
      assertThatThrownBy(() -> Office.open(sources(directory), Duration.ZERO))
          .isInstanceOf(Refused.class)
          .hasMessage(Office.inUse(directory) + ", which does not answer");
    }
  }

  private static CreateAccount account(String address) {
    return new CreateAccount(address, Optional.empty(), false, WITHIN_LIMITS);
  }

  private static <R> R order(Path data, Order<R> order) throws Exception {
    return order(data, order, Reader.nullReader(), Writer.nullWriter());
  }

  private static <R> R order(Path data, Order<R> order, Reader in, Writer out) throws Exception {
    try (Office office = Office.open(sources(data))) {
      return office.carryOut(order, Exchange.of(in, out));
    }
  }

  private static Sources sources(Path data) {
    return new Sources(data, Optional.empty(), Choices.NONE);
  }

  private SocketChannel connect() throws IOException {
    try (ControlPath path = ControlPath.in(directory)) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(path.address());
      return channel;
    }
  }

  private static void say(SocketChannel channel, String line) throws IOException {
    channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
  }
}
