package im.chrysalis.testkit;

import im.chrysalis.app.config.Configuration;
import im.chrysalis.app.config.Ports;
import im.chrysalis.app.config.Role;
import im.chrysalis.app.serve.ChrysalisServer;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.DirectoryFact;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleOutcome;
import im.chrysalis.domain.circle.Circles;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.person.GroupName;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.server.referral.CircleTickets;
import im.chrysalis.server.session.ServerSettings;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A whole server in this process: real sockets on free ports, a real store, and a clock of ours.
 */
public final class TestServer implements Network {
  /** Longer than any chain of persons who tell each other something because of one command. */
  private static final int HOPS = 5;

  private static final SessionId NOBODY = new SessionId("", 0);
  private static final GroupName NO_GROUP = new GroupName.Numbered(Integer.MAX_VALUE);

  private final Path directory;
  private final FakeTime time;
  private final ChrysalisServer server;
  private final List<Card> created = new CopyOnWriteArrayList<>();
  private final AtomicInteger messagesLeft = new AtomicInteger();

  private TestServer(Path directory, FakeTime time, Configuration configuration, StoreOptions store)
      throws IOException {
    this.directory = directory;
    this.time = time;
    server =
        ChrysalisServer.start(configuration, store, time.clockwork(), new SimpleMeterRegistry());
  }

  /** A server with its own data directory and SQLite. */
  public static TestServer onSqlite(Set<Setting> settings) {
    return start(settings, options -> options);
  }

  /** A server with its own data directory on a PostgreSQL database that belongs to the key file. */
  public static TestServer onPostgresql(Set<Setting> settings, String url, Path keyFile) {
    return start(settings, options -> options.withUrl(url).withKeyFile(keyFile));
  }

  private static TestServer start(Set<Setting> settings, UnaryOperator<StoreOptions> store) {
    try {
      Path directory = Files.createTempDirectory("chrysalis-test");
      SharedKeys.lend(directory);
      ServerSettings normal = ServerSettings.DEFAULT;
      Configuration configuration =
          Configuration.in(directory)
              .at("127.0.0.1", Ports.ANY)
              .with(
                  new ServerSettings(
                      settings.contains(Setting.STRICT_CHALLENGES),
                      settings.contains(Setting.INVITATIONS),
                      normal.siteUrl(),
                      normal.signInTime(),
                      normal.idleConversation(),
                      normal.invitesPerMinute()));
      FakeTime time = new FakeTime();
      StoreOptions options =
          StoreOptions.in(directory).withHashes(HashStrength.TEST).withClock(time::now);
      return new TestServer(directory, time, configuration, store.apply(options));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The server itself. */
  public ChrysalisServer server() {
    return server;
  }

  @Override
  public InetSocketAddress dispatch() {
    return address(Role.DISPATCH);
  }

  @Override
  public InetSocketAddress notification() {
    return address(Role.NOTIFICATION);
  }

  @Override
  public InetSocketAddress switchboard() {
    return address(Role.SWITCHBOARD);
  }

  private InetSocketAddress address(Role role) {
    return server.addresses().getOrDefault(role, InetSocketAddress.createUnresolved("none", 0));
  }

  @Override
  public void createAccount(NewAccount account) {
    switch (server.store().registry().create(account)) {
      case Creation.Made(var made) -> created.add(made.card());
      case Creation.Refused(var why) -> throw new IllegalStateException(why.sentence());
    }
  }

  @Override
  public String ticket(EmailAddress account) {
    return issue(account, Ticket.Mechanism.NEXUS).text();
  }

  @Override
  public SecretTicket secretTicket(EmailAddress account) {
    Ticket ticket = issue(account, Ticket.Mechanism.RST);
    return new SecretTicket(ticket.text(), ticket.proof().bytes());
  }

  private Ticket issue(EmailAddress account, Ticket.Mechanism mechanism) {
    return server
        .store()
        .tickets()
        .issue(card(account).id(), mechanism)
        .toCompletableFuture()
        .join()
        .orElseThrow();
  }

  @Override
  public void addTo(EmailAddress owner, ContactList list, EmailAddress other) {
    switch (list) {
      case ALLOW -> edit(owner, new Request.RemoveFromList(card(other).id(), ContactList.BLOCK));
      case BLOCK -> edit(owner, new Request.RemoveFromList(card(other).id(), ContactList.ALLOW));
      case FORWARD, REVERSE, PENDING -> {}
    }
    edit(owner, new Request.AddToList(NOBODY, card(other), list, Optional.empty(), 0));
    settle();
  }

  @Override
  public void setPrivacy(EmailAddress owner, PrivacyDefault privacy) {
    edit(owner, new Request.SetPrivacy(privacy));
  }

  @Override
  public void setAddNotice(EmailAddress owner, AddNotice notice) {
    edit(owner, new Request.SetNotice(notice));
  }

  @Override
  public void createGroup(EmailAddress owner, String name) {
    edit(owner, new Request.AddGroup(UUID.randomUUID(), name));
  }

  @Override
  public void addToGroup(EmailAddress owner, String group, EmailAddress contact) {
    Group found =
        ask(owner, new Request.ReadRoster()).groups().stream()
            .filter(it -> it.name().equals(group))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no group " + group));
    edit(
        owner,
        new Request.AddToList(
            NOBODY,
            card(contact),
            ContactList.FORWARD,
            Optional.of(new GroupName.Identified(found.id())),
            0));
  }

  @Override
  public void enterDirectory(EmailAddress who, Map<DirectoryFact, String> facts) {
    server
        .store()
        .registry()
        .setListing(who, facts)
        .ifPresent(problem -> {
          throw new IllegalStateException(problem.sentence());
        });
  }

  @Override
  public String createCircle(String name, List<EmailAddress> members) {
    Circles circles = server.store().circles();
    AccountId founder = card(members.getFirst()).id();
    CircleId circle = done(circles.create(founder, name)).id();
    for (EmailAddress member : members.subList(1, members.size())) {
      AccountId who = card(member).id();
      done(circles.invite(circle, founder, who, ""));
      done(circles.answer(circle, who, true));
    }
    return circle.guid().toString();
  }

  private static Circle done(CompletionStage<CircleOutcome> outcome) {
    return switch (outcome.toCompletableFuture().join()) {
      case CircleOutcome.Done(Circle circle) -> circle;
      case CircleOutcome.Refused(var why) -> throw new IllegalStateException(why.toString());
    };
  }

  @Override
  public String circleTicket(EmailAddress account) {
    byte[] key = server.store().derivedKey(CircleTickets.PURPOSE);
    String ticket = new CircleTickets(key, time.clockwork().timer()).issue(card(account).id());
    return Base64.getEncoder().encodeToString(ticket.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void leaveMessage(EmailAddress from, EmailAddress to, String text) {
    edit(
        to,
        new Request.LeaveMessage(
            new OfflineMessage(
                UUID.randomUUID(),
                cardNow(from),
                time.now().plusMillis(messagesLeft.getAndIncrement()), // so that they have an order
                Optional.empty(),
                Optional.empty(),
                text)));
  }

  /** The sender as they are called at the moment. */
  private Card cardNow(EmailAddress who) {
    return server.store().registry().find(who).orElseThrow().card();
  }

  private Outcome edit(EmailAddress owner, Request.Edit edit) {
    return ask(owner, edit);
  }

  private <R> R ask(EmailAddress who, Request<R> request) {
    return server.people().ask(card(who).id(), request).toCompletableFuture().join();
  }

  private Card card(EmailAddress address) {
    return created.stream()
        .filter(card -> card.address().equals(address))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no account " + address));
  }

  @Override
  public void passTime(Duration passing) {
    server.loops().settle(); // so that it passes for every connection that was made before
    time.pass(passing);
  }

  /** Asks everybody for a change that is refused, which they do behind all that is under way. */
  @Override
  public void settle() {
    for (int hop = 0; hop < HOPS; hop++) {
      for (Card card : created) {
        edit(card.address(), new Request.RemoveGroup(NO_GROUP));
      }
    }
    server.loops().settle();
  }

  @Override
  public void shutDown() {
    Thread.ofVirtual().start(server::close);
  }

  @Override
  public void close() {
    server.close();
    try (Stream<Path> files = Files.walk(directory)) {
      SharedKeys.keep(directory);
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
