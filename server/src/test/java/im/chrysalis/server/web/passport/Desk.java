package im.chrysalis.server.web.passport;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.Passwords;
import im.chrysalis.domain.account.ProofSecret;
import im.chrysalis.domain.account.Ticket;
import im.chrysalis.domain.account.Ticket.Mechanism;
import im.chrysalis.domain.account.TicketId;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.access.PasswordGuard;
import im.chrysalis.server.session.ServerMeters;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Alias;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.PrivacyDefault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The services with one account, Anna's, whose password is {@code sesame & <co>}; at a time that
 * stands still, with tickets that are counted: A…1, A…2.
 */
final class Desk implements Passwords, Tickets, Timer {
  static final String ADDRESS = "anna@example.test";
  static final String PASSWORD = "sesame & <co>";
  static final Account ANNA =
      new Account(
          new Card(new AccountId(10_001), EmailAddress.of(ADDRESS), "Anna & \"Co\""),
          new Alias("anna"),
          new UUID(1, 2),
          0x0123456789abcdefL,
          PrivacyDefault.ALLOW,
          AddNotice.ASK,
          Map.of(),
          1);

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  final Map<String, Ticket> tickets = new HashMap<>();
  final Queue<Runnable> later = new ArrayDeque<>();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  boolean busy;
  int looks;

  private final PassportServices services =
      new PassportServices(
          this,
          this,
          new PasswordGuard(
              new PasswordGuard.Limits(3, 5, Duration.ofMinutes(10), Duration.ofSeconds(2)),
              () -> 0),
          this,
          new ServerMeters(meters),
          request -> "http://" + request.local().getAddress().getHostAddress() + "/");

  HttpResponse ask(String method, String path, byte[] body, HttpField... fields) {
    return stage(method, path, body, fields).join();
  }

  /** An answer that may not be there yet. */
  CompletableFuture<HttpResponse> stage(
      String method, String path, byte[] body, HttpField... fields) {
    int mark = path.indexOf('?');
    String bare = mark < 0 ? path : path.substring(0, mark);
    var service = services.routes().get(bare.toLowerCase(java.util.Locale.ROOT));
    assertThat(service).as(bare).isNotNull();
    return service
        .answer(
            new HttpRequest(
                method,
                bare,
                mark < 0 ? "" : path.substring(mark + 1),
                Arrays.asList(fields),
                body,
                true,
                new InetSocketAddress("192.0.2.1", 443),
                new InetSocketAddress("198.51.100.7", 40_000)))
        .toCompletableFuture();
  }

  HttpResponse get(String path, HttpField... fields) {
    return ask("GET", path, new byte[0], fields);
  }

  HttpResponse post(String path, String body) {
    return ask("POST", path, body.getBytes(StandardCharsets.UTF_8));
  }

  static String text(HttpResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  static Optional<String> field(HttpResponse response, String exactName) {
    return response.fields().stream()
        .filter(field -> field.name().equals(exactName))
        .map(HttpField::value)
        .findFirst();
  }

  /** A file beside the tests. */
  static String file(String name) {
    try (InputStream in = Desk.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletionStage<PasswordCheck> verify(EmailAddress address, String password) {
    looks++;
    boolean right = address.text().equals(ADDRESS) && password.equals(PASSWORD);
    return CompletableFuture.completedStage(
        busy
            ? new PasswordCheck.Busy()
            : right ? new PasswordCheck.Right(ANNA.card()) : new PasswordCheck.Wrong());
  }

  @Override
  public CompletionStage<Optional<Ticket>> issue(AccountId account, Mechanism mechanism) {
    int number = tickets.size() + 1;
    Ticket ticket =
        new Ticket(
            new TicketId("A".repeat(42) + number),
            ANNA,
            mechanism,
            secret(16 * number),
            secret(16 * number + 1),
            Instant.parse("2026-01-03T03:04:05Z"));
    tickets.put(ticket.id().word(), ticket);
    return CompletableFuture.completedStage(Optional.of(ticket));
  }

  private static ProofSecret secret(int number) {
    byte[] bytes = new byte[ProofSecret.BYTES];
    Arrays.fill(bytes, (byte) number);
    return new ProofSecret(Base64.getEncoder().encodeToString(bytes));
  }

  Ticket ticket(int number) {
    Ticket ticket = tickets.get("A".repeat(42) + number);
    assertThat(ticket).isNotNull();
    return ticket;
  }

  @Override
  public CompletionStage<Optional<Ticket>> find(String presented) {
    return CompletableFuture.completedStage(
        TicketId.read(presented).flatMap(id -> Optional.ofNullable(tickets.get(id.word()))));
  }

  @Override
  public CompletionStage<Boolean> extend(TicketId id) {
    return CompletableFuture.completedStage(tickets.containsKey(id.word()));
  }

  @Override
  public CompletionStage<Void> endAllOf(AccountId account) {
    tickets.clear();
    return CompletableFuture.completedStage(null);
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public Cancel after(Duration delay, Runnable what) {
    later.add(what);
    return () -> later.remove(what);
  }

  /** Literal texts between a tag and its end, as clients without an XML parser look for them. */
  static List<String> between(String text, String start, String end) {
    List<String> found = new ArrayList<>();
    int from = text.indexOf(start);
    while (from >= 0) {
      int to = text.indexOf(end, from + start.length());
      assertThat(to).as("the end of " + start).isPositive();
      found.add(text.substring(from + start.length(), to));
      from = text.indexOf(start, to);
    }
    return found;
  }
}
