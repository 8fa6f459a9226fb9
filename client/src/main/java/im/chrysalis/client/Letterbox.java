package im.chrysalis.client;

import im.chrysalis.client.web.MailWish;
import im.chrysalis.client.web.ReceivedLetter;
import im.chrysalis.client.web.StoreWish;
import im.chrysalis.client.web.WaitingMail;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.challenge.Products;
import im.chrysalis.wire.payload.OfflineText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages that somebody left while the account was away, and messages to people who are. A message
 * is fetched when there is a listener to hear it, told once, and deleted at the service when all
 * listeners have had it; until then it is nowhere lost. Lives on the messenger's turn.
 *
 * @see <a
 *     href="../../../../../../../docs/protocol/offline-messages.md">docs/protocol/offline-messages.md</a>
 */
final class Letterbox {
  private static final Logger LOG = LoggerFactory.getLogger(Letterbox.class);

  private final Office office;
  private final Desk desk;
  private final RandomGenerator random;
  private final String run = "{" + UUID.randomUUID() + "}";

  /** Those that wait at the service, as far as known. */
  private final Set<String> waiting = new LinkedHashSet<>();

  /** Those that are on their way to the listeners. */
  private final Set<String> inHand = new HashSet<>();

  /** Those that the listeners have had, and are never told again. */
  private final Set<String> had = new HashSet<>();

  /** Those of them that the service still has. */
  private final Set<String> undeleted = new LinkedHashSet<>();

  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private boolean busy;
  private boolean hasTriedLastly;
  private boolean listUnknown;
  private boolean closed;
  private int failures;
  private int left;
  private String key = "";

  private record Letter(String id, ReceivedLetter content) {
    static final Comparator<Letter> IN_ORDER =
        Comparator.<Letter, Instant>comparing(it -> it.content().sent().orElse(Instant.EPOCH))
            .thenComparing(it -> it.content().place().map(OfflineText.Place::number).orElse(0));
  }

  Letterbox(Office office, Desk desk, RandomGenerator random) {
    this.office = office;
    this.desk = desk;
    this.random = random;
  }

  /** The server says what waits. */
  void noticed(WaitingMail mail) {
    listUnknown |= !mail.isWhole();
    expect(mail);
    fetch();
  }

  private void expect(WaitingMail mail) {
    mail.ids().stream()
        .filter(id -> !had.contains(id) && !inHand.contains(id))
        .forEach(waiting::add);
    mail.ids().stream().filter(had::contains).forEach(undeleted::add);
  }

  /** Fetches nothing any more; done when the service knows what the listeners have had. */
  CompletionStage<@Nullable Void> close() {
    closed = true;
    endPerhaps();
    return ended;
  }

  private void endPerhaps() {
    if (!closed || busy || !inHand.isEmpty() || ended.isDone()) {
      return;
    }
    if (undeleted.isEmpty() || hasTriedLastly) {
      ended.complete(null);
    } else {
      hasTriedLastly = true;
      go(delete());
    }
  }

  /** Fetches what waits, if somebody would hear it. */
  void fetch() {
    if (busy || closed || !office.delivery().hearsLetters()) {
      return;
    }
    if (!undeleted.isEmpty()) {
      go(delete());
    } else if (listUnknown) {
      go(list());
    } else if (!waiting.isEmpty()) {
      go(fetchAll());
    }
  }

  private void go(CompletionStage<Boolean> step) {
    busy = true;
    step.thenAccept(succeeded -> {
      busy = false;
      if (closed) {
        endPerhaps();
      } else if (succeeded) {
        failures = 0;
        fetch();
      } else {
        failures++;
        office.timer().after(Backoff.DEFAULT.after(failures, random), this::fetch);
      }
    });
  }

  private CompletionStage<Boolean> list() {
    return desk.ask(MailWish.list())
        .thenApply(heard -> {
          if (heard instanceof Desk.Heard.Given(var operation)) {
            listUnknown = false;
            expect(WaitingMail.read(operation));
            return true;
          }
          return givesUp(heard, "list");
        });
  }

  private CompletionStage<Boolean> delete() {
    List<String> now = List.copyOf(undeleted);
    return desk.ask(MailWish.delete(now))
        .thenApply(heard -> {
          if (heard instanceof Desk.Heard.Given) {
            now.forEach(undeleted::remove);
            return true;
          }
          return givesUp(heard, "delete");
        });
  }

  private CompletionStage<Boolean> fetchAll() {
    List<String> ids = List.copyOf(waiting);
    List<Letter> letters = new ArrayList<>();
    CompletionStage<Boolean> all = CompletableFuture.completedStage(true);
    for (String id : ids) {
      all =
          all.thenCompose(goesOn ->
              goesOn && !closed
                  ? desk.ask(MailWish.message(id)).thenApply(heard -> take(id, heard, letters))
                  : CompletableFuture.completedStage(false));
    }
    return all.thenApply(succeeded -> {
      if (!closed) {
        letters.stream().sorted(Letter.IN_ORDER).forEach(this::tell);
      }
      return succeeded;
    });
  }

  private boolean take(String id, Desk.Heard heard, List<Letter> letters) {
    return switch (heard) {
      case Desk.Heard.Given(var operation) -> {
        waiting.remove(id);
        try {
          letters.add(new Letter(id, ReceivedLetter.read(operation)));
        } catch (MalformedCommand unreadable) {
          LOG.warn("account={} message={} {}", office.self(), id, unreadable.getMessage());
        }
        yield true;
      }
      case Desk.Heard.Refused(var fault) -> {
        // another client of the account has taken it
        LOG.debug("account={} message={} {}", office.self(), id, fault.code());
        waiting.remove(id);
        yield true;
      }
      case Desk.Heard.Failed _ -> givesUp(heard, "message");
    };
  }

  private boolean givesUp(Desk.Heard heard, String what) {
    LOG.info("account={} offline messages, {}: {}", office.self(), what, heard);
    return false;
  }

  private void tell(Letter letter) {
    inHand.add(letter.id());
    ReceivedLetter it = letter.content();
    office
        .delivery()
        .tell(
            new Event.OfflineMessageReceived(
                it.from(), it.name(), it.text(), it.sent(), letter.id()),
            taken -> office.turn().execute(() -> told(letter.id(), taken)));
  }

  /** A listener that failed may not have it: it is told again after the next sign-in. */
  private void told(String id, boolean taken) {
    inHand.remove(id);
    if (taken) {
      had.add(id);
      undeleted.add(id);
      fetch();
    }
    endPerhaps();
  }

  /** Leaves a message for somebody. */
  CompletionStage<Outcome> leave(EmailAddress to, String text, String ownName) {
    int number = ++left;
    OfflineText message =
        new OfflineText(
            text.replace("\r\n", "\n").replace("\n", "\r\n"),
            Optional.empty(),
            Optional.of(new OfflineText.Place(run, number)));
    StoreWish wish =
        new StoreWish(office.self(), ownName, to, message, number, Products.LIVE_8_5, key);
    return desk.ask(wish)
        .thenCompose(heard ->
            heard instanceof Desk.Heard.Refused(var fault) && fault.challenge().isPresent()
                ? desk.ask(answering(wish, fault.challenge().get()))
                : CompletableFuture.completedStage(heard))
        .thenApply(Desk.Heard::outcome);
  }

  /** The service asks once, and takes the same answer from then on. */
  private StoreWish answering(StoreWish wish, String challenge) {
    StoreWish answered = wish.answering(challenge);
    key = answered.key();
    return answered;
  }
}
