package im.chrysalis.testkit.client;

import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Neighbours;
import im.chrysalis.app.config.Ports;
import im.chrysalis.app.config.Role;
import im.chrysalis.app.serve.ChrysalisServer;
import im.chrysalis.client.Credentials;
import im.chrysalis.client.Messenger;
import im.chrysalis.client.Options;
import im.chrysalis.client.ServerAddress;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.EmailAddress;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Servers of one network, in this process and on a PostgreSQL of their own. */
final class SmallNetwork implements AutoCloseable {
  private static final String PASSWORD = "correct horse";

  private final EmbeddedPostgres postgres;
  private final StoreOptions store;
  private final Path data;
  private final String seed;
  private final Deque<ChrysalisServer> servers = new ArrayDeque<>();

  SmallNetwork(Path directory) throws IOException {
    postgres = EmbeddedPostgres.start();
    data = directory;
    store =
        StoreOptions.in(directory)
            .withUrl(postgres.getJdbcUrl("postgres", "postgres"))
            .withHashes(HashStrength.TEST);
    seed = "127.0.0.1:" + freePort();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  /** Starts one more server; the first one begins the network. */
  ChrysalisServer start(Set<Role> roles) throws IOException {
    String address = servers.isEmpty() ? seed : "127.0.0.1:0";
    ChrysalisServer server =
        ChrysalisServer.start(
            Configuration.in(data)
                .at("127.0.0.1", Ports.ANY)
                .beside(new Neighbours(address, List.of(seed)))
                .serving(roles),
            store,
            ChrysalisServer.systemTime(),
            new SimpleMeterRegistry());
    servers.push(server);
    return server;
  }

  Card createAccount(EmailAddress who) {
    NewAccount wanted = NewAccount.of(who, PASSWORD).forLegacyClients();
    return ((Creation.Made) servers.getLast().store().registry().create(wanted)).account().card();
  }

  static Options options(ChrysalisServer at, Heard heard) {
    InetSocketAddress dispatch = at.addresses().get(Role.DISPATCH);
    return Options.at(new ServerAddress("127.0.0.1", dispatch.getPort())).listener(heard);
  }

  static Messenger signIn(EmailAddress who, Options options) {
    return await(Messenger.signIn(new Credentials(who, PASSWORD), options));
  }

  static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() throws IOException {
    servers.forEach(ChrysalisServer::close);
    postgres.close();
  }
}
