package im.chrysalis.server.web.book;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.cluster.alone.Alone;
import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.account.NewAccount;
import im.chrysalis.domain.account.Registry.Creation;
import im.chrysalis.domain.person.Outcome;
import im.chrysalis.domain.person.People;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.domain.person.Request.RosterCopy;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.server.referral.CircleTickets;
import im.chrysalis.store.HashStrength;
import im.chrysalis.store.Store;
import im.chrysalis.store.StoreOptions;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A few people with a store of their own, and the services that keep their books. */
final class Neighbourhood implements AutoCloseable {
  private static final SessionId NOBODY = new SessionId("", 0);
  private static final Pattern CONTACT = Pattern.compile("<Contact>(.*?)</Contact>");

  private final Map<String, Account> joined = new HashMap<>();
  final Store store;
  final People people;
  final CircleTickets tickets;
  final BookServices services;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  Neighbourhood(Path directory) {
    store = Store.open(StoreOptions.in(directory).withHashes(HashStrength.TEST));
    people = new Alone(store.people(), new StoppedTimer(), workers);
    tickets = new CircleTickets(store.derivedKey(CircleTickets.PURPOSE), new StoppedTimer());
    services =
        new BookServices(
            people,
            store.accounts(),
            store.notes(),
            store.circles(),
            tickets,
            this::visitor,
            workers);
  }

  /** By their name or their real ticket. */
  private CompletionStage<Optional<AccountId>> visitor(String ticket) {
    Account known = joined.get(ticket);
    return known == null
        ? store.tickets().find(ticket).thenApply(it -> it.map(t -> t.account().card().id()))
        : CompletableFuture.completedFuture(Optional.of(known.card().id()));
  }

  /** Makes somebody called like the first part of their address, with a ticket. */
  Account join(String name) {
    Creation made = store.registry().create(NewAccount.of(address(name), "secret-" + name));
    assertThat(made).isInstanceOf(Creation.Made.class);
    Account account = ((Creation.Made) made).account();
    joined.put("t=" + name + "&p=", account);
    joined.put(name, account);
    return account;
  }

  static EmailAddress address(String name) {
    return EmailAddress.of(name + "@example.test");
  }

  <R> R ask(Account who, Request<R> request) {
    return people
        .ask(who.card().id(), request)
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  void adds(Account who, Account other, ContactList list) {
    assertThat(ask(who, new Request.AddToList(NOBODY, other.card(), list, Optional.empty(), 0)))
        .isInstanceOf(Outcome.Done.class);
    ask(other, new Request.ReadRoster()); // has heard of it
  }

  RosterCopy roster(Account of) {
    return ask(of, new Request.ReadRoster());
  }

  Optional<ContactCopy> contact(Account owner, Account other) {
    return roster(owner).contacts().stream()
        .filter(contact -> contact.view().card().id().equals(other.card().id()))
        .findFirst();
  }

  Set<ContactList> lists(Account owner, Account other) {
    Set<ContactList> lists = EnumSet.noneOf(ContactList.class);
    contact(owner, other)
        .ifPresent(contact -> {
          for (ContactList list : ContactList.values()) {
            if (contact.isOn(list)) {
              lists.add(list);
            }
          }
        });
    return lists;
  }

  static String id(Account of) {
    return new ContactId(of.card().id()).toString();
  }

  static String id(Card of) {
    return new ContactId(of.id()).toString();
  }

  /** Posts an operation in an envelope like the one of WLM 2009. */
  Answer asks(String who, String operation) {
    return post(Envelopes.of("AAD9B99B-58E6-4F23-B975-D9EC1F9EC24A", who, operation));
  }

  Answer post(String envelope) {
    return post(envelope.getBytes(StandardCharsets.UTF_8), List.of());
  }

  Answer post(byte[] body, List<HttpField> fields) {
    return send(
        new HttpRequest(
            "POST",
            "/abservice/abservice.asmx",
            "",
            withHost(fields),
            body,
            true,
            new InetSocketAddress("127.0.0.1", 443),
            new InetSocketAddress("127.0.0.1", 4711)));
  }

  private static List<HttpField> withHost(List<HttpField> fields) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(new HttpField("Host", "contacts.example.test:443")),
            fields.stream())
        .toList();
  }

  Answer send(HttpRequest request) {
    HttpResponse response =
        services
            .routes()
            .get(BookServices.ADDRESS_BOOK)
            .answer(request)
            .toCompletableFuture()
            .orTimeout(30, TimeUnit.SECONDS)
            .join();
    return new Answer(
        response.status(), new String(response.body(), StandardCharsets.UTF_8), response);
  }

  /** What came back. */
  record Answer(int status, String text, HttpResponse response) {
    /** The text between the first such tags. */
    String between(String tag) {
      Matcher found = Pattern.compile("<" + tag + ">(.*?)</" + tag + ">").matcher(text);
      return found.find() ? found.group(1) : "";
    }

    /** The code of the fault; empty when there is none. */
    String errorCode() {
      Matcher found = Pattern.compile("<errorcode[^>]*>(\\w+)</errorcode>").matcher(text);
      return found.find() ? found.group(1) : "";
    }

    /** The contact with the address; empty when there is none. */
    String contact(Account who) {
      return CONTACT
          .matcher(text)
          .results()
          .map(it -> it.group(1))
          .filter(it -> it.contains("<contactId>" + id(who) + "<"))
          .findFirst()
          .orElse("");
    }

    /** Everybody in a role, as XML. */
    String role(String role) {
      Matcher found =
          Pattern.compile("<MemberRole>" + role + "</MemberRole><Members>(.*?)</Members>")
              .matcher(text);
      return found.find() ? found.group(1) : "no such role";
    }
  }

  @Override
  public void close() {
    workers.close();
    store.close();
  }

  /** Time that does not pass. */
  private static final class StoppedTimer implements im.chrysalis.domain.time.Timer {
    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public Cancel after(Duration delay, Runnable what) {
      return () -> {};
    }
  }
}
