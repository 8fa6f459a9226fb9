package im.chrysalis.server.notification;

import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.person.Invitation;
import im.chrysalis.domain.person.Notice.Attendance;
import im.chrysalis.domain.person.Notice.Attendance.State;
import im.chrysalis.domain.person.Participation;
import im.chrysalis.domain.person.SessionEvent.Attended;
import im.chrysalis.server.session.GroupAddress;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.routed.RosterDocument;
import im.chrysalis.wire.routed.RosterDocument.Member;
import im.chrysalis.wire.routed.RosterNotice;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Groups that last for a conversation. Each is a conversation, so that people with a switchboard
 * connection take part in it as in any other.
 *
 * @see <a href="../../../../../../../../docs/protocol/routed.md#groups">docs/protocol/routed.md</a>
 */
final class GroupTalk {
  private static final Logger LOG = LoggerFactory.getLogger(GroupTalk.class);

  /** Asks for a new group. */
  private static final UUID NEW = new UUID(0, 0);

  private final Client client;
  private final Online online;
  private final Talkers talkers;
  private final DirectTalk talk;
  private final Set<ConversationId> mine = new HashSet<>(0);

  /** Of these the client itself has said that it comes; until then it is only asked. */
  private final Set<ConversationId> comeTo = new HashSet<>(0);

  GroupTalk(Client client, Online online, Talkers talkers, DirectTalk talk) {
    this.client = client;
    this.online = online;
    this.talkers = talkers;
    this.talk = talk;
  }

  /** Makes a group, comes to one, or asks others in. */
  void publish(TrId trId, RoutedAddress to, RoutedMessage message) {
    if (to.group().equals(Optional.of(NEW))) {
      make(trId);
      return;
    }
    Optional<ConversationId> group = to.group().flatMap(GroupAddress::parse);
    List<EmailAddress> people = people(message);
    if (group.isEmpty() || people.isEmpty()) {
      client.refuse(Refusals.BAD_PARAMETER, trId);
    } else if (people.contains(online.card().address())) {
      come(trId, group.get());
    } else {
      invite(trId, group.get(), people);
    }
  }

  private List<EmailAddress> people(RoutedMessage message) {
    try {
      return RosterDocument.read(message.body()).members().stream()
          .flatMap(member -> member.who().address().stream())
          .toList();
    } catch (MalformedCommand fault) {
      LOG.debug("connection={} {}", client.connection().id(), fault.getMessage());
      return List.of();
    }
  }

  private void make(TrId trId) {
    if (talkers.here().isEmpty()) {
      client.refuse(Refusals.DISABLED, trId); // there is no switchboard in this process
    } else if (!client.backbone().invites().admits(online.account())) {
      client.refuse(Refusals.TOO_OFTEN, trId);
    } else {
      ConversationId group = talkers.here().get().open(comes(), client.connection().loop());
      mine.add(group);
      comeTo.add(group);
      client.say(
          new ServerEvent.PublishTaken(
              trId, RoutedMessage.answer(address(group), online.here()).bytes()));
    }
  }

  private void come(TrId trId, ConversationId group) {
    comeTo.add(group);
    client.await(
        talkers.everywhere().tell(group, comes()),
        trId,
        done -> {
          if (done) {
            mine.add(group);
            client.say(new ServerEvent.PublishTaken(trId, new byte[0]));
          } else {
            comeTo.remove(group);
            client.refuse(Refusals.NO_MEMBER, trId);
          }
        });
  }

  private Participation.Comes comes() {
    return new Participation.Comes(online.card(), online.capabilities(), online.session());
  }

  /** Asks people in, one after the other; the first who can't be asked ends it. */
  private void invite(TrId trId, ConversationId group, List<EmailAddress> people) {
    if (people.isEmpty()) {
      client.say(new ServerEvent.PublishTaken(trId, new byte[0]));
      return;
    }
    if (!client.backbone().invites().admits(online.account())) {
      client.refuse(Refusals.TOO_OFTEN, trId);
      return;
    }
    client.withAccount(
        people.getFirst(),
        trId,
        Refusals.NOT_THERE,
        card ->
            client.await(
                talkers.everywhere().tell(group, new Participation.Invites(online.account(), card)),
                trId,
                done -> {
                  if (done) {
                    invite(trId, group, people.subList(1, people.size()));
                  } else {
                    client.refuse(Refusals.NO_MEMBER, trId);
                  }
                }));
  }

  /** Leaves a group. */
  void withdraw(TrId trId, RoutedAddress to, RoutedMessage message) {
    Optional<ConversationId> group = to.group().flatMap(GroupAddress::parse);
    if (group.isEmpty() || !message.uri().startsWith(RosterNotice.GROUP)) {
      client.refuse(Refusals.BAD_PARAMETER, trId);
      return;
    }
    mine.remove(group.get());
    comeTo.remove(group.get());
    client.await(
        talkers
            .everywhere()
            .tell(group.get(), new Participation.Leaves(online.account(), Optional.empty())),
        trId,
        _ -> client.say(new ServerEvent.WithdrawTaken(trId)));
  }

  /** Says something to a group. */
  void send(TrId trId, RoutedAddress to, RoutedMessage message) {
    Optional<ConversationId> group = to.group().flatMap(GroupAddress::parse);
    if (group.isEmpty()) {
      client.refuse(Refusals.NO_MEMBER, trId);
      return;
    }
    client.await(
        talkers
            .everywhere()
            .tell(group.get(), new Participation.Says(online.account(), message.bytes())),
        trId,
        done -> {
          if (done) {
            talk.share(message);
          } else {
            client.refuse(Refusals.NO_MEMBER, trId);
          }
        });
  }

  /** Somebody asks the client's owner into a conversation: a stand-in comes at once. */
  void invited(Invitation invitation) {
    ConversationId group = invitation.conversation();
    talkers
        .everywhere()
        .tell(group, comes())
        .whenComplete((done, fault) -> {
          if (fault != null) {
            LOG.warn("conversation={} can't be reached", group, fault);
          } else if (done) {
            client.soon(() -> mine.add(group));
          }
        });
  }

  /** {@code NFY PUT}, {@code NFY DEL}: who takes part in a group. */
  void attended(Attended it) {
    RoutedAddress group = address(it.where());
    List<Member> there =
        it.people().stream()
            .filter(person -> person.state() != State.GONE)
            .map(person -> member(person, it.where()))
            .toList();
    if (!there.isEmpty()) {
      client.say(new ServerEvent.Published(RosterNotice.here(group, online.here(), there).bytes()));
    }
    it.people().stream()
        .filter(person -> person.state() == State.GONE)
        .forEach(person ->
            client.say(
                new ServerEvent.Withdrawn(
                    RosterNotice.gone(
                            group, online.here(), RoutedAddress.of(person.who().address()))
                        .bytes())));
  }

  private Member member(Attendance person, ConversationId group) {
    RoutedAddress who = RoutedAddress.of(person.who().address());
    boolean isAsked = person.who().id().equals(online.account()) && !comeTo.contains(group);
    return isAsked || person.state() == State.INVITED ? Member.pending(who) : Member.of(who);
  }

  private static RoutedAddress address(ConversationId group) {
    return RoutedAddress.temporary(GroupAddress.of(group));
  }

  /** The client is gone from all its groups. */
  void leave() {
    Participation.Leaves leaves =
        new Participation.Leaves(online.account(), Optional.of(online.session()));
    mine.forEach(group -> talkers.everywhere().tell(group, leaves));
  }
}
