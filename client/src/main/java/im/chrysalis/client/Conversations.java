package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.command.ClientCommand.AskSwitchboard;
import im.chrysalis.wire.command.ServerEvent.ReferredToSwitchboard;
import im.chrysalis.wire.command.ServerEvent.Ringing;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.MimeMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All conversations of a messenger, and the doorstep where those of others come in. Lives on the
 * messenger's turn; may be asked for conversations anywhere.
 */
final class Conversations {
  private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

  private final Office office;
  private final Lifeline lifeline;
  private final Map<EmailAddress, Talk> withOne = new ConcurrentHashMap<>();
  private final Set<Talk> groups = ConcurrentHashMap.newKeySet();
  private final Set<Switchboard> answering = new HashSet<>();

  /** What became of the wish for a switchboard. */
  sealed interface Board {
    record Opening(Switchboard board) implements Board {}

    record Failed(Failure why) implements Board {}
  }

  Conversations(Office office, Lifeline lifeline) {
    this.office = office;
    this.lifeline = lifeline;
  }

  /** The conversation with one person. Any thread. */
  Talk with(EmailAddress who) {
    return withOne.computeIfAbsent(who, it -> new Talk(office, this, List.of(it)));
  }

  /** All that were not left. Any thread. */
  List<Conversation> all() {
    return Stream.concat(withOne.values().stream(), groups.stream())
        .map(Talk::conversation)
        .toList();
  }

  /** A switchboard for a conversation, on its way. */
  CompletionStage<Board> open(Talk talk) {
    return lifeline
        .ask(AskSwitchboard::new)
        .thenApply(reply ->
            switch (reply) {
              case Reply.Given(ReferredToSwitchboard it) ->
                  lifeline
                      .dialect()
                      .<Board>map(dialect -> open(it.server(), it.token(), caller(dialect), talk))
                      .orElse(new Board.Failed(new Failure.NotConnected()));
              case Reply.Given(var other) ->
                  new Board.Failed(new Failure.NotUnderstood("XFR: " + other));
              case Reply.Failed(var why) -> new Board.Failed(why);
            });
  }

  private Switchboard.Caller caller(Dialect dialect) {
    return new Switchboard.Caller(dialect, lifeline.place());
  }

  private Board open(String server, String token, Switchboard.Caller caller, Talk talk) {
    return ServerAddress.parse(server)
        .<Board>map(
            address -> new Board.Opening(Switchboard.open(office, address, token, caller, talk)))
        .orElse(new Board.Failed(new Failure.NotUnderstood("a switchboard at " + server)));
  }

  /** Somebody invites the account: it comes, and then sees what it came to. */
  void invited(Ringing invitation, Dialect dialect) {
    Optional<ServerAddress> server = ServerAddress.parse(invitation.server());
    if (server.isEmpty()) {
      LOG.debug("account={} invited to {}", office.self(), invitation.server());
      return;
    }
    answering.add(
        Switchboard.answer(
            office,
            server.get(),
            invitation.token(),
            invitation.conversation(),
            caller(dialect),
            new Doorstep()));
  }

  /** A third person came in: the conversation with the first is another one from now on. */
  void becameGroup(Talk talk) {
    withOne.values().remove(talk);
    groups.add(talk);
  }

  void forget(Talk talk) {
    withOne.values().remove(talk);
    groups.remove(talk);
  }

  /** Leaves them all; done when no connection is left. */
  CompletionStage<?> leaveAll() {
    Stream<CompletionStage<?>> answered =
        List.copyOf(answering).stream()
            .map(board -> {
              board.leave(new Failure.SignedOut());
              return board.gone();
            });
    Stream<CompletionStage<?>> left =
        Stream.concat(List.copyOf(withOne.values()).stream(), List.copyOf(groups).stream())
            .map(Talk::leave);
    return CompletableFuture.allOf(
        Stream.concat(answered, left)
            .map(CompletionStage::toCompletableFuture)
            .toArray(CompletableFuture[]::new));
  }

  /** Waits until it is known who else is there, which decides whose conversation it is. */
  private final class Doorstep implements Switchboard.Host {
    @Override
    public void opened(Switchboard board) {
      answering.remove(board);
      Set<EmailAddress> members = board.members().keySet();
      switch (members.size()) {
        case 0 -> board.leave(new Failure.ConversationLeft());
        case 1 -> with(members.iterator().next()).adopt(board);
        default -> {
          Talk talk = new Talk(office, Conversations.this, members);
          groups.add(talk);
          talk.adopt(board);
        }
      }
    }

    @Override
    public void joined(Switchboard board, EmailAddress who, Switchboard.Member member) {}

    @Override
    public void settled(Switchboard board) {}

    @Override
    public void left(Switchboard board, EmailAddress who, boolean idle) {}

    @Override
    public void said(Switchboard board, EmailAddress who, String name, MimeMessage message) {}

    @Override
    public void ended(Switchboard board, Failure why) {
      answering.remove(board);
      LOG.debug("account={} an invitation came to nothing: {}", office.self(), why.sentence());
    }
  }
}
