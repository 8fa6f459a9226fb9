package im.chrysalis.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.app.config.Choices;
import im.chrysalis.app.config.Sources;
import im.chrysalis.app.control.Office;
import im.chrysalis.app.operate.CreateAccount;
import im.chrysalis.app.operate.DeleteAccount;
import im.chrysalis.app.operate.Exchange;
import im.chrysalis.app.operate.Order;
import im.chrysalis.app.operate.Refused;
import im.chrysalis.app.operate.Reload;
import im.chrysalis.app.operate.SetPassword;
import im.chrysalis.client.Credentials;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.client.ServerAddress;
import im.chrysalis.client.SignInFailed;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do while people are signed in. */
class RunningServiceTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.test");
  private static final EmailAddress BEN = EmailAddress.of("ben@example.test");
  private static final EmailAddress CARL = EmailAddress.of("carl@example.test");
  private static final String PASSWORD = "secret-1";
  private static final String FREE_PORTS =
      """
      host = "127.0.0.1"
      [ports]
      dispatch = 0
      notification = 0
      switchboard = 0
      http = 0
      https = 0
      site = 0
      """;

  @TempDir Path data = Path.of("");

  private Optional<Service> service = Optional.empty();

  @BeforeEach
  void start() throws Exception {
    configure(FREE_PORTS);
    service = Optional.of(Service.start(sources()));
    order(new CreateAccount(ANNA.text(), Optional.empty(), true, PASSWORD));
    order(new CreateAccount(BEN.text(), Optional.empty(), true, PASSWORD));
  }

  @AfterEach
  void stop() {
    service.ifPresent(Service::close);
  }

  @Test
  void aReloadChangesLimitsAndDisconnectsNobody() throws Exception {
    CompletableFuture<Event> end = new CompletableFuture<>();
    try (Messenger ben = signIn(BEN, new CompletableFuture<>());
        Messenger anna = signIn(ANNA, end)) {
      assertThat(await(anna.conversationWith(BEN).say("one"))).isEqualTo(Outcome.done());
      assertThat(ben.status()).isEqualTo(Status.ONLINE);

      configure(
          FREE_PORTS.replace("switchboard = 0", "switchboard = 1865")
              + "[limits]\ninvites-per-minute = 1\n");
      Reload.Done done = order(new Reload());

      assertThat(done.changed()).containsExactly("limits.invites-per-minute");
      assertThat(done.atNextStart()).containsExactly("ports.switchboard");
      assertThat(order(new Reload()).atNextStart())
          .as("it is still to come")
          .containsExactly("ports.switchboard");
      assertThat(await(anna.rename("Anna"))).isEqualTo(Outcome.done());
      assertThat(end).isNotDone();

      assertThat(await(anna.conversationWith(CARL).say("two")))
          .as("she has started one already")
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.why()).isInstanceOf(Failure.Refused.class));
    }
  }

  @Test
  void aBrokenFileChangesNothing() throws Exception {
    configure(FREE_PORTS + "[limits]\ninvites-per-minute = 1\nsign-in-time = 5\n");

    assertThatThrownBy(() -> order(new Reload()))
        .isInstanceOf(Refused.class)
        .hasMessage(
            data.resolve("chrysalis.toml")
                + ", line 11: limits.sign-in-time must be a time from \"1s\" to \"1h\","
                + " in ms, s, m or h, not 5; nothing was changed");
  }

  @Test
  void aNewPasswordEndsTheSessionsOfTheOldOne() throws Exception {
    CompletableFuture<Event> end = new CompletableFuture<>();
    try (Messenger _ = signIn(ANNA, end)) {
      order(new SetPassword(ANNA.text(), "another-1"));

      assertThat(await(end)).isNotNull();
      assertThatThrownBy(() -> signIn(ANNA, new CompletableFuture<>()))
          .hasCauseInstanceOf(SignInFailed.class);
      signIn(ANNA, "another-1", new CompletableFuture<>()).close();
    }
  }

  @Test
  void aRemovedAccountIsGoneFromListsAndItsSessionEnds() throws Exception {
    CompletableFuture<Event> end = new CompletableFuture<>();
    CompletableFuture<Event> stays = new CompletableFuture<>();
    try (Messenger ben = signIn(BEN, stays);
        Messenger _ = signIn(ANNA, end)) {
      assertThat(await(ben.contacts().add(ANNA))).isEqualTo(Outcome.done());

      order(new DeleteAccount(ANNA.text()));

      assertThat(await(end)).isNotNull();
      assertThatThrownBy(() -> order(new DeleteAccount(ANNA.text())))
          .hasMessage("there is no account anna@example.test");
      assertThat(stays).isNotDone();
    }
    try (Messenger ben = signIn(BEN, new CompletableFuture<>())) {
      assertThat(ben.contacts().friends()).isEmpty();
    }
  }

  @Test
  void metersCountWhoIsSignedInAndHealthIsSeenFromOutside() throws Exception {
    try (Messenger _ = signIn(ANNA, new CompletableFuture<>())) {
      assertThat(page("/metrics"))
          .contains("\nchrysalis_sessions{dialect=\"MSNP7\"} 1.0\n")
          .contains("\nchrysalis_signins_total 1.0\n")
          .contains("\nchrysalis_store_waiting 0.0\n")
          .contains("\nchrysalis_loops_waiting ")
          .contains("\nchrysalis_persons_active ");
      assertThat(page("/healthz")).startsWith("HTTP/1.1 200 ").endsWith("\"store\":\"ok\"}\n");
    }
  }

  private Messenger signIn(EmailAddress who, CompletableFuture<Event> end) throws Exception {
    return signIn(who, PASSWORD, end);
  }

  /** Signs in once, without coming back. */
  private Messenger signIn(EmailAddress who, String password, CompletableFuture<Event> end)
      throws Exception {
    Options options =
        Options.at(new ServerAddress("127.0.0.1", port("dispatch server")))
            .withoutReconnecting()
            .listener(event -> {
              if (event instanceof Event.Disconnected || event instanceof Event.SignedOut) {
                end.complete(event);
              }
            });
    return await(Messenger.signIn(Credentials.of(who.text(), password), options));
  }

  private String page(String path) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port("site"));
        InputStream in = socket.getInputStream()) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int port(String part) {
    return service.orElseThrow().listening().stream()
        .filter(it -> it.name().equals(part))
        .findFirst()
        .orElseThrow()
        .address()
        .getPort();
  }

  private <R> R order(Order<R> order) throws Exception {
    try (Office office = Office.open(sources())) {
      return office.carryOut(order, Exchange.of(Reader.nullReader(), Writer.nullWriter()));
    }
  }

  private Sources sources() {
    return new Sources(data, Optional.empty(), Choices.NONE);
  }

  private void configure(String text) throws Exception {
    Files.writeString(data.resolve("chrysalis.toml"), text);
  }

  private static <T> T await(CompletionStage<T> stage)
      throws InterruptedException, ExecutionException, TimeoutException {
    return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
