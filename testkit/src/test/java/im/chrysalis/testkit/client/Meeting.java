package im.chrysalis.testkit.client;

import im.chrysalis.app.serve.WebPorts;
import im.chrysalis.client.Credentials;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.ServerAddress;
import im.chrysalis.client.TicketSource.Result;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Passwords.PasswordCheck;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.store.Store;
import im.chrysalis.testkit.Setting;
import im.chrysalis.testkit.TestServer;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A server on which Anna and Ben are friends, and Carl has an account. */
final class Meeting implements AutoCloseable {
  static final EmailAddress ANNA = EmailAddress.of("anna@example.test");
  static final EmailAddress BEN = EmailAddress.of("ben@example.test");
  static final EmailAddress CARL = EmailAddress.of("carl@example.test");

  private final List<Messenger> signedIn = new ArrayList<>();
  private final TestServer server;
  private final Path authority;

  Meeting(Setting... settings) {
    server = TestServer.onSqlite(Set.of(settings));
    for (EmailAddress who : List.of(ANNA, BEN, CARL)) {
      server.createAccount(
          NewAccount.of(who, password(who)).named("It's " + who.localPart()).forLegacyClients());
    }
    befriend(ANNA, BEN);
    befriend(BEN, ANNA);
    authority = fetchAuthority();
  }

  private void befriend(EmailAddress one, EmailAddress other) {
    server.addTo(one, ContactList.FORWARD, other);
    server.addTo(one, ContactList.ALLOW, other);
  }

  TestServer server() {
    return server;
  }

  /** Tickets come straight from the store, all else over the web. */
  Options options(Heard heard) {
    return bareOptions(heard)
        .web(https())
        .trusting(authority)
        .tickets((credentials, _) -> ticket(credentials));
  }

  /** Where the web services are. */
  ServerAddress https() {
    return address(web().https());
  }

  /** The same without TLS, and the gateway. */
  ServerAddress http() {
    return address(web().http());
  }

  /** The server's authority, as it gives it to everybody. */
  Path authority() {
    return authority;
  }

  private WebPorts web() {
    return server.server().web().orElseThrow();
  }

  private static ServerAddress address(WebPorts.Open port) {
    return new ServerAddress("127.0.0.1", port.address().getPort());
  }

  private Path fetchAuthority() {
    try (InputStream in = URI.create("http://" + http() + "/ca.pem").toURL().openStream()) {
      Path file = Files.createTempFile("chrysalis-authority", ".pem");
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Nothing is said of tickets. */
  Options bareOptions(Heard heard) {
    int port = server.dispatch().getPort();
    return Options.at(new ServerAddress("127.0.0.1", port)).listener(heard);
  }

  private CompletionStage<Result> ticket(Credentials credentials) {
    Store store = server.server().store();
    Result wrong = new Result.Refused(new Failure.WrongPassword(credentials.account()));
    return store
        .passwords()
        .verify(credentials.account(), credentials.password())
        .thenCompose(check ->
            check instanceof PasswordCheck.Right(var card)
                ? store
                    .tickets()
                    .issue(card.id(), Ticket.Mechanism.RST)
                    .thenApply(it ->
                        it.<Result>map(
                                ticket -> new Result.Ticket(ticket.text(), ticket.proof().base64()))
                            .orElse(wrong))
                : CompletableFuture.completedStage(wrong));
  }

  Messenger signIn(EmailAddress who, Options options) {
    Messenger messenger = await(Messenger.signIn(credentials(who), options));
    signedIn.add(messenger);
    return messenger;
  }

  /** How many messages wait for somebody. */
  int waitingFor(EmailAddress who) {
    Store store = server.server().store();
    return await(
            store
                .accounts()
                .byAddress(who)
                .thenCompose(card -> store.offlineMessages().waiting(card.orElseThrow().id())))
        .size();
  }

  /** Waits until all that waited for somebody was taken. */
  void untilNothingWaitsFor(EmailAddress who) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (waitingFor(who) > 0) {
      if (System.nanoTime() > end) {
        throw new AssertionError(waitingFor(who) + " messages wait for " + who);
      }
      Thread.yield();
    }
  }

  static Credentials credentials(EmailAddress who) {
    return new Credentials(who, password(who));
  }

  private static String password(EmailAddress who) {
    return who.localPart() + "-secret";
  }

  static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception fault) {
      throw new AssertionError(fault);
    }
  }

  @Override
  public void close() {
    signedIn.forEach(Messenger::close);
    server.close();
    try {
      Files.delete(authority);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
