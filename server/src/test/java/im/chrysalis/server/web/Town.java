package im.chrysalis.server.web;

import im.chrysalis.cluster.alone.Alone;
import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.EmailAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** People with tickets, in a real store, whom web services can be tried on. */
public final class Town implements AutoCloseable, Timer {
  private final StoreOptions options;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Account> tickets = new ConcurrentHashMap<>();
  private Instant now = Instant.parse("2024-01-02T03:04:05Z");
  private Store store;
  private People people;

  public Town(Path directory) {
    options = StoreOptions.in(directory).withHashes(HashStrength.TEST);
    store = Store.open(options);
    people = new Alone(store.people(), this, workers);
  }

  /** Somebody whose ticket is {@code t=NAME-ticket&p=}, and who may present it in any form. */
  public Account join(String name) {
    EmailAddress address = EmailAddress.of(name + "@example.test");
    Creation made =
        store.registry().create(NewAccount.of(address, "correct horse").named("The " + name));
    Account account = ((Creation.Made) made).account();
    tickets.put(name + "-ticket", account);
    return account;
  }

  /** The server is started anew on what it has stored. */
  public void restart() {
    store.close();
    store = Store.open(options);
    people = new Alone(store.people(), this, workers);
  }

  public Store store() {
    return store;
  }

  public People people() {
    return people;
  }

  public ExecutorService workers() {
    return workers;
  }

  public Visitors visitors() {
    return ticket ->
        CompletableFuture.completedFuture(
            Optional.ofNullable(
                    tickets.get(ticket.replaceFirst("^t=", "").replaceFirst("&p=.*$", "")))
                .map(account -> account.card().id()));
  }

  /** The answer of somebody's person. */
  public <R> R ask(Account who, Request<R> request) {
    return Waiting.on(people.ask(who.card().id(), request));
  }

  /** Time passes. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Cancel after(Duration delay, Runnable what) {
    return () -> {}; // nobody stays long enough
  }

  /** What a service answers to what is posted to it. */
  public static HttpResponse post(HttpService service, String path, String body) throws Exception {
    return ask(service, request("POST", path, "", body));
  }

  /** What a service answers. */
  public static HttpResponse ask(HttpService service, HttpRequest request) throws Exception {
    return service.answer(request).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  public static HttpRequest request(
      String method, String path, String query, String body, HttpField... fields) {
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8443);
    List<HttpField> all = new ArrayList<>(List.of(fields));
    all.add(new HttpField("Host", "server.example.test:8443"));
    return new HttpRequest(
        method, path, query, all, body.getBytes(StandardCharsets.UTF_8), true, here, here);
  }

  public static String text(HttpResponse response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    workers.close();
    store.close();
  }
}
