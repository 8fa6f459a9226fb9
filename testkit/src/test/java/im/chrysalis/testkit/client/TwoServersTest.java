package im.chrysalis.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Neighbours;
import im.chrysalis.app.config.Ports;
import im.chrysalis.app.config.Role;
import im.chrysalis.app.serve.ChrysalisServer;
import im.chrysalis.client.Conversation;
import im.chrysalis.client.Credentials;
import im.chrysalis.client.Event;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.Outcome;
import im.chrysalis.client.ServerAddress;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers of one network: what people do on one reaches those on the other. */
@Timeout(120)
class TwoServersTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.test");
  private static final EmailAddress BEN = EmailAddress.of("ben@example.test");
  private static final String PASSWORD = "correct horse";

  private final Heard annaHeard = new Heard();
  private final Heard benHeard = new Heard();
  private EmbeddedPostgres postgres;
  private StoreOptions store;
  private Path data;
  private ChrysalisServer first;
  private ChrysalisServer second;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    postgres = EmbeddedPostgres.start();
    data = directory;
    store =
        StoreOptions.in(directory)
            .withUrl(postgres.getJdbcUrl("postgres", "postgres"))
            .withHashes(HashStrength.TEST);
    String seed = "127.0.0.1:" + freePort();
    first = server(new Neighbours(seed, List.of(seed)));
    second = server(new Neighbours("127.0.0.1:0", List.of(seed)));
    for (EmailAddress who : List.of(ANNA, BEN)) {
      first.store().registry().create(NewAccount.of(who, PASSWORD).forLegacyClients());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private ChrysalisServer server(Neighbours neighbours) throws IOException {
    return ChrysalisServer.start(
        Configuration.in(data).at("127.0.0.1", Ports.ANY).beside(neighbours),
        store,
        ChrysalisServer.systemTime(),
        new SimpleMeterRegistry());
  }

  @AfterEach
  void stop() throws IOException {
    second.close();
    first.close();
    postgres.close();
  }

  private static Messenger signIn(ChrysalisServer at, EmailAddress who, Heard heard) {
    InetSocketAddress dispatch = at.addresses().get(Role.DISPATCH);
    return await(
        Messenger.signIn(
            new Credentials(who, PASSWORD),
            Options.at(new ServerAddress("127.0.0.1", dispatch.getPort())).listener(heard)));
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Test
  void peopleOnDifferentServersSeeEachOtherAndTalk() {
    try (Messenger anna = signIn(first, ANNA, annaHeard);
        Messenger ben = signIn(second, BEN, benHeard)) {
      assertThat(await(anna.contacts().add(BEN))).isEqualTo(Outcome.done());
      assertThat(annaHeard.next(Event.PresenceChanged.class).contact().status())
          .isEqualTo(Status.ONLINE);
      await(ben.contacts().add(ANNA));
      assertThat(benHeard.next(Event.PresenceChanged.class).contact().address()).isEqualTo(ANNA);

      Conversation withBen = anna.conversationWith(BEN);
      assertThat(await(withBen.say("Hello over there"))).isEqualTo(Outcome.done());
      Event.MessageReceived hello = benHeard.next(Event.MessageReceived.class);
      assertThat(hello.text()).isEqualTo("Hello over there");
      assertThat(await(hello.conversation().say("Hello yourself"))).isEqualTo(Outcome.done());
      assertThat(annaHeard.next(Event.MessageReceived.class).text()).isEqualTo("Hello yourself");
    }
  }
}
