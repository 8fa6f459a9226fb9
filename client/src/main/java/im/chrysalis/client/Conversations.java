package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.command.ClientCommand.AskSwitchboard;
import im.chrysalis.wire.command.ServerEvent.PublishTaken;
import im.chrysalis.wire.command.ServerEvent.ReferredToSwitchboard;
import im.chrysalis.wire.command.ServerEvent.Ringing;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.routed.RosterDocument;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
final class Conversations implements Doorbell {
  private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);

  /** Where a group is asked for. */
  private static final UUID NEW = new UUID(0, 0);

  private final Office office;
  private final Lifeline lifeline;
  private final Map<EmailAddress, Talk> withOne = new ConcurrentHashMap<>();
  private final Set<Talk> groups = ConcurrentHashMap.newKeySet();
  private final Set<Carrier> answering = new HashSet<>();
  private final Routed routed;
  private final Map<UUID, Gathering> gatherings = new HashMap<>();

  /** Those to which the account was asked, and where it has met nobody yet. */
  private final Set<Gathering> unmet = new HashSet<>();

  /** What became of the wish for something that carries a conversation. */
  sealed interface Board {
    record Opening(Carrier board) implements Board {}

    record Failed(Failure why) implements Board {}
  }

  Conversations(Office office, Lifeline lifeline, Book book) {
    this.office = office;
    this.lifeline = lifeline;
    routed = new Routed(office.self(), lifeline, book);
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

  /** Something that carries a conversation, on its way. */
  CompletionStage<Board> open(Talk talk) {
    boolean isRouted = lifeline.dialect().filter(it -> !it.hasSwitchboards()).isPresent();
    if (!isRouted) {
      return openSwitchboard(talk);
    }
    return talk.isGroup() || talk.expectsGuests()
        ? gather(talk)
        : CompletableFuture.completedStage(
            new Board.Opening(new Direct(talk.people().iterator().next(), routed, talk)));
  }

  private CompletionStage<Board> gather(Talk talk) {
    RosterDocument roster =
        RosterDocument.of(List.of(RosterDocument.Member.of(RoutedAddress.of(office.self()))));
    return routed
        .publish(RoutedAddress.temporary(NEW), RosterDocument.MULTIPARTY_TYPE, roster)
        .thenApply(reply ->
            switch (reply) {
              case Reply.Given(PublishTaken(_, var body)) ->
                  group(body)
                      .<Board>map(group -> new Board.Opening(gathering(group, false, talk)))
                      .orElse(new Board.Failed(new Failure.NotUnderstood("a group is nowhere")));
              case Reply.Given(var other) ->
                  new Board.Failed(new Failure.NotUnderstood("PUT: " + other));
              case Reply.Failed(var why) -> new Board.Failed(why);
            });
  }

  private static Optional<UUID> group(byte[] answer) {
    try {
      return RoutedMessage.read(answer).from().flatMap(RoutedAddress::group);
    } catch (MalformedCommand fault) {
      return Optional.empty();
    }
  }

  private Gathering gathering(UUID group, boolean asked, Carrier.Host host) {
    Gathering made =
        new Gathering(office, group, asked, routed, host, it -> gatherings.values().remove(it));
    gatherings.put(group, made);
    return made;
  }

  private CompletionStage<Board> openSwitchboard(Talk talk) {
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
  @Override
  public void invited(Ringing invitation, Dialect dialect) {
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

  @Override
  public void said(RoutedMessage message) {
    Optional<EmailAddress> from = message.from().flatMap(RoutedAddress::address);
    Optional<RoutedAddress> to = message.to();
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    EmailAddress who = from.get();
    List<MimeMessage> heard = Routed.heard(message);
    if (to.get().isGroup()) {
      to.get()
          .group()
          .map(gatherings::get)
          .ifPresent(group -> heard.forEach(it -> group.said(who, it)));
      return;
    }
    // what the account says at another of its places goes to somebody else
    Optional<EmailAddress> other = who.equals(office.self()) ? to.get().address() : from;
    String name = routed.member(who).name();
    other.ifPresent(it -> heard.forEach(said -> with(it).hear(who, name, said)));
  }

  @Override
  public void gathered(UUID group, RosterDocument roster) {
    Gathering gathering = gatherings.get(group);
    if (gathering == null) {
      gathering = gathering(group, true, new Doorstep());
      unmet.add(gathering);
    }
    gathering.told(roster);
    if (!gathering.members().isEmpty() && unmet.remove(gathering)) {
      Talk talk = new Talk(office, this, gathering.members().keySet());
      groups.add(talk);
      talk.adopt(gathering);
    }
  }

  @Override
  public void parted(UUID group, EmailAddress who) {
    Gathering gathering = gatherings.get(group);
    if (gathering != null) {
      gathering.went(who);
    }
  }

  @Override
  public void signedOut(Failure why) {
    unmet.clear();
    withOne.values().forEach(talk -> talk.signedOut(why));
    groups.forEach(talk -> talk.signedOut(why));
    gatherings.clear();
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
  private final class Doorstep implements Carrier.Host {
    @Override
    public void opened(Carrier board) {
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
    public void joined(Carrier board, EmailAddress who, Carrier.Member member) {}

    @Override
    public void settled(Carrier board) {}

    @Override
    public void left(Carrier board, EmailAddress who, boolean idle) {}

    @Override
    public void said(Carrier board, EmailAddress who, String name, MimeMessage message) {}

    @Override
    public void ended(Carrier board, Failure why) {
      answering.remove(board);
      LOG.debug("account={} an invitation came to nothing: {}", office.self(), why.sentence());
    }
  }
}
