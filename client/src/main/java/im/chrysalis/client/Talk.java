package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.payload.TextFormat;
import im.chrysalis.wire.payload.TextMessage;
import im.chrysalis.wire.payload.TypingNotice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What goes on in a conversation: what carries it, who is there, what waits to be said. Lives on
 * the messenger's turn; who is there may be read anywhere.
 *
 * <p>Two people who open a conversation at once have two switchboards. Both are listened to until
 * they end, since the other side may speak on either; the newest with somebody there is spoken on.
 */
final class Talk implements Carrier.Host {
  /** How often others are told that something is being typed. */
  static final Duration TYPING_EVERY = Duration.ofSeconds(4);

  private final Office office;
  private final Conversations conversations;
  private final Conversation conversation;
  private final List<Carrier> boards = new ArrayList<>();
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private volatile Set<EmailAddress> people;
  private volatile Set<EmailAddress> present = Set.of();
  private volatile boolean group;

  /** Those who were invited before there was a switchboard to invite them to. */
  private final Map<EmailAddress, Consumer<Outcome>> guests = new LinkedHashMap<>();

  private Failure nobodyCame = new Failure.NoAnswer(Switchboard.PATIENCE);
  private long lastTyping;
  private boolean typed;
  private boolean typingWaits;
  private boolean asking;
  private boolean left;

  private record Waiting(List<MimeMessage> pieces, boolean isData, Consumer<Outcome> outcome) {}

  Talk(Office office, Conversations conversations, Collection<EmailAddress> people) {
    this.office = office;
    this.conversations = conversations;
    this.people = Set.copyOf(people);
    group = people.size() > 1;
    conversation = new Conversation(office, this);
  }

  Conversation conversation() {
    return conversation;
  }

  Set<EmailAddress> people() {
    return people;
  }

  Set<EmailAddress> present() {
    return present;
  }

  boolean isGroup() {
    return group;
  }

  // what the user wants

  void say(String text, TextFormat format, Consumer<Outcome> outcome) {
    if (left) {
      outcome.accept(Outcome.failed(new Failure.ConversationLeft()));
      return;
    }
    typed = false;
    typingWaits = false;
    List<MimeMessage> pieces =
        TextPieces.of(text, format).stream().map(TextMessage::message).toList();
    waiting.add(new Waiting(pieces, false, outcome));
    speakOrOpen();
  }

  void send(MimeMessage message, Consumer<Outcome> outcome) {
    if (left) {
      outcome.accept(Outcome.failed(new Failure.ConversationLeft()));
      return;
    }
    waiting.add(new Waiting(List.of(message), true, outcome));
    speakOrOpen();
  }

  void typing() {
    long now = office.timer().nanos();
    if (left || (typed && now - lastTyping < TYPING_EVERY.toNanos())) {
      return;
    }
    typed = true;
    lastTyping = now;
    typingWaits = true;
    speakOrOpen();
  }

  void invite(EmailAddress who, Consumer<Outcome> outcome) {
    if (left) {
      outcome.accept(Outcome.failed(new Failure.ConversationLeft()));
      return;
    }
    Optional<Carrier> board = boards.reversed().stream().filter(Carrier::isOpen).findFirst();
    if (board.isPresent()) {
      invite(board.get(), who, outcome);
    } else {
      guests.put(who, outcome);
      openUnlessOpening();
    }
  }

  /** Leaves for good; done when no connection is left. */
  CompletionStage<?> leave() {
    left = true;
    conversations.forget(this);
    failWaiting(new Failure.ConversationLeft());
    List<Carrier> last = List.copyOf(boards);
    last.forEach(board -> drop(board, new Failure.ConversationLeft()));
    return CompletableFuture.allOf(
        last.stream()
            .map(board -> board.gone().toCompletableFuture())
            .toArray(CompletableFuture[]::new));
  }

  // switchboards

  /** Somebody invited the account to a carrier, and it is there now. */
  void adopt(Carrier board) {
    board.handOver(this);
    boards.add(board);
    if (board.isGroup()) {
      becomeGroup();
    }
    board.members().forEach(this::came);
    speakOrOpen();
  }

  private void speakOrOpen() {
    Optional<Carrier> board = boards.reversed().stream().filter(Carrier::isReady).findFirst();
    if (board.isPresent()) {
      speak(board.get());
    } else if (typingWaits || !waiting.isEmpty()) {
      openUnlessOpening();
    }
  }

  private void speak(Carrier board) {
    if (typingWaits) {
      board.mention(new TypingNotice(office.self()).message());
      typingWaits = false;
    }
    while (!waiting.isEmpty()) {
      Waiting next = waiting.remove();
      Pieces pieces = new Pieces(next.pieces().size(), next.outcome());
      next.pieces().forEach(piece -> board.say(piece, next.isData(), pieces));
    }
  }

  private void openUnlessOpening() {
    // a board that nobody has come to yet is on its way; one that all have left is dropped at once
    if (asking || boards.stream().anyMatch(board -> !board.isForTwo() || guests.isEmpty())) {
      return;
    }
    asking = true;
    nobodyCame = new Failure.NoAnswer(Switchboard.PATIENCE);
    conversations
        .open(this)
        .thenAccept(opened -> {
          asking = false;
          switch (opened) {
            case Conversations.Board.Opening(var board) when left ->
                board.leave(new Failure.ConversationLeft());
            case Conversations.Board.Opening(var board) -> {
              boards.add(board);
              if (board.isReady()) {
                speakOrOpen();
              } else if (board.isOpen()) {
                opened(board);
              }
            }
            case Conversations.Board.Failed(var why) -> failWaiting(why);
          }
        });
  }

  private void invite(Carrier board, EmailAddress who, Consumer<Outcome> outcome) {
    board.invite(
        who,
        rung -> {
          switch (rung) {
            case Outcome.Done _ -> include(who);
            case Outcome.Failed(var why) when people.contains(who) -> nobodyCame = why;
            case Outcome.Failed _ -> {}
          }
          outcome.accept(rung);
        });
  }

  /** Whether somebody is to come who was not there before. */
  boolean expectsGuests() {
    return !guests.isEmpty();
  }

  @Override
  public void opened(Carrier board) {
    if (!board.isForTwo()) {
      List<Carrier> before = boards.stream().filter(Carrier::isForTwo).toList();
      before.forEach(it -> drop(it, new Failure.Undelivered()));
    }
    people.forEach(who -> invite(board, who, _ -> {}));
    Map<EmailAddress, Consumer<Outcome>> now = Map.copyOf(guests);
    guests.clear();
    now.forEach((who, outcome) -> invite(board, who, outcome));
  }

  @Override
  public void joined(Carrier board, EmailAddress who, Carrier.Member member) {
    came(who, member);
    speakOrOpen();
  }

  @Override
  public void settled(Carrier board) {
    if (board.members().isEmpty()) {
      drop(board, nobodyCame);
      failWaiting(nobodyCame);
    } else {
      speakOrOpen();
    }
  }

  @Override
  public void left(Carrier board, EmailAddress who, boolean idle) {
    if (board.members().isEmpty()) {
      drop(board, new Failure.Undelivered());
    } else if (!idle) {
      exclude(who);
    }
    went(who, idle);
    speakOrOpen();
  }

  @Override
  public void said(Carrier board, EmailAddress who, String name, MimeMessage message) {
    hear(who, name, message);
  }

  /** Somebody says something, by whatever carries it. */
  void hear(EmailAddress who, String name, MimeMessage message) {
    if (who.equals(office.self())) {
      saidElsewhere(message);
      return;
    }
    Optional<TextMessage> text = TextMessage.of(message);
    Event event =
        TypingNotice.of(message).isPresent()
            ? new Event.Typing(conversation, who, name)
            : text.isPresent()
                ? new Event.MessageReceived(
                    conversation, who, name, lines(text.get()), format(text.get()))
                : new Event.DataReceived(conversation, who, name, message);
    office.delivery().tell(event);
  }

  /** What another place types or sends besides texts concerns only the others. */
  private void saidElsewhere(MimeMessage message) {
    if (TypingNotice.of(message).isEmpty()) {
      TextMessage.of(message)
          .ifPresent(text ->
              office
                  .delivery()
                  .tell(new Event.SaidElsewhere(conversation, lines(text), format(text))));
    }
  }

  private static String lines(TextMessage text) {
    return text.text().replace("\r\n", "\n");
  }

  private static TextFormat format(TextMessage text) {
    return text.format().orElse(TextFormat.PLAIN);
  }

  /** The account is not signed in any more, and what went through its session is over. */
  void signedOut(Failure why) {
    List.copyOf(boards).forEach(board -> board.signedOut(why));
  }

  @Override
  public void ended(Carrier board, Failure why) {
    boards.remove(board);
    board.members().keySet().forEach(who -> went(who, false));
    if (boards.isEmpty() && !asking) {
      failWaiting(why);
    }
  }

  private void drop(Carrier board, Failure why) {
    boards.remove(board);
    board.leave(why);
  }

  private void failWaiting(Failure why) {
    typingWaits = false;
    Outcome failed = Outcome.failed(why);
    List<Consumer<Outcome>> outcomes = new ArrayList<>(guests.values());
    waiting.forEach(it -> outcomes.add(it.outcome()));
    guests.clear();
    waiting.clear();
    outcomes.forEach(it -> it.accept(failed));
  }

  // people

  private void include(EmailAddress who) {
    if (!people.contains(who)) {
      Set<EmailAddress> more = new LinkedHashSet<>(people);
      more.add(who);
      people = Collections.unmodifiableSet(more);
      becomeGroup();
    }
  }

  private void becomeGroup() {
    group = true;
    conversations.becameGroup(this);
  }

  private void exclude(EmailAddress who) {
    Set<EmailAddress> fewer = new LinkedHashSet<>(people);
    fewer.remove(who);
    people = Collections.unmodifiableSet(fewer);
  }

  private void came(EmailAddress who, Carrier.Member member) {
    include(who);
    if (!present.contains(who)) {
      Set<EmailAddress> more = new LinkedHashSet<>(present);
      more.add(who);
      present = Collections.unmodifiableSet(more);
      office
          .delivery()
          .tell(new Event.Joined(conversation, who, member.name(), member.abilities()));
    }
  }

  private void went(EmailAddress who, boolean idle) {
    present = presentNow();
    if (!present.contains(who)) {
      office.delivery().tell(new Event.Left(conversation, who, idle));
    }
  }

  private Set<EmailAddress> presentNow() {
    return boards.stream()
        .flatMap(board -> board.members().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
