package im.chrysalis.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import im.chrysalis.client.Credentials;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.ServerAddress;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent.Ended;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.EmailAddress;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A server may be told to stop by several at once, such as a signal and its own end. */
class StoppingTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.test");

  /** Closing also deletes the data, which fails while somebody else still closes the store. */
  @RepeatedTest(30)
  void whoeverStopsAServerFindsItStoppedAfterwards() {
    TestServer server = TestServer.onSqlite(Set.of());
    server.shutDown();
    assertThatCode(server::close).doesNotThrowAnyException();
  }

  @Test
  void whatAPersonTellsAClientOfAStoppedServerIsNoFailure() throws Exception {
    Logger all = (Logger) LoggerFactory.getLogger("im.chrysalis");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    try (TestServer server = TestServer.onSqlite(Set.of())) {
      server.createAccount(NewAccount.of(ANNA, "anna-secret").forLegacyClients());
      AccountId anna = server.server().store().registry().find(ANNA).orElseThrow().card().id();
      try (Messenger _ = signIn(server)) {
        log.start();
        all.addAppender(log);
        server.server().close();
        // her person lives on in memory with the session that it has not heard the end of
        server
            .server()
            .people()
            .ask(anna, new Request.EndSessions(Ended.Why.PASSWORD_CHANGED))
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
      }
      assertThat(log.list).noneMatch(it -> it.getLevel().isGreaterOrEqual(Level.WARN));
    } finally {
      all.detachAppender(log);
    }
  }

  private static Messenger signIn(TestServer server) throws Exception {
    ServerAddress address = new ServerAddress("127.0.0.1", server.dispatch().getPort());
    return Messenger.signIn(new Credentials(ANNA, "anna-secret"), Options.at(address))
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }
}
