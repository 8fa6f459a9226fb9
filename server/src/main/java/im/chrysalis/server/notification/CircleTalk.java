package im.chrysalis.server.notification;

import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleOutcome;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent.CircleOver;
import im.chrysalis.domain.person.SessionEvent.CircleSaid;
import im.chrysalis.domain.person.SessionEvent.CircleSeen;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.command.ClientCommand.ShowCircles;
import im.chrysalis.wire.command.ServerEvent;
import im.chrysalis.wire.dialect.Trait;
import im.chrysalis.wire.payload.Headers;
import im.chrysalis.wire.routed.RosterDocument;
import im.chrysalis.wire.routed.RosterDocument.Member;
import im.chrysalis.wire.routed.RosterNotice;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The circles that a client has entered: who is there, and what is said.
 *
 * @see <a href="../../../../../../../../docs/protocol/circles.md#live">docs/protocol/circles.md</a>
 */
final class CircleTalk {
  private static final Logger LOG = LoggerFactory.getLogger(CircleTalk.class);
  private static final String TYPE = "Message-Type";
  private static final String SUBTYPE = "Message-Subtype";
  private static final String TYPING = "Control/Typing";
  private static final byte[] NOTHING = new byte[0];

  private final Client client;
  private final Online online;
  private final CircleDoor door;
  private final Map<CircleId, Map<AccountId, CircleSeen>> seen = new HashMap<>(0);

  CircleTalk(Client client, Online online, CircleDoor door) {
    this.client = client;
    this.online = online;
    this.door = door;
  }

  /** {@code USR 30 SHA A PD94bWw=}. */
  void show(ShowCircles it) {
    if (door.holder().apply(it.ticket()).equals(Optional.of(online.account()))) {
      client.say(new ServerEvent.CirclesShown(it.trId(), online.card().address()));
    } else {
      client.refuse(Refusals.BAD_SIGNATURE, it.trId());
    }
  }

  /** The circle of an address; nothing when it is none. */
  static Optional<CircleId> circle(RoutedAddress address) {
    return address.network() == RoutedAddress.CIRCLE
        ? address.group().map(UUID::toString).flatMap(CircleId::parse)
        : Optional.empty();
  }

  /**
   * Enters circles, all or none: when the client's owner is not in one of them, that is refused.
   *
   * @param then before the first
   */
  void enter(TrId trId, List<CircleId> ids, Runnable then) {
    find(trId, ids.iterator(), new ArrayList<>(), then);
  }

  private void find(TrId trId, Iterator<CircleId> ids, List<Circle> found, Runnable then) {
    if (!ids.hasNext()) {
      then.run();
      enter(trId, found.iterator());
      return;
    }
    client.await(
        door.circles().find(ids.next()),
        trId,
        circle ->
            circle
                .filter(this::isIn)
                .ifPresentOrElse(
                    it -> {
                      found.add(it);
                      find(trId, ids, found, then);
                    },
                    () -> client.refuse(Refusals.NO_MEMBER, trId)));
  }

  private boolean isIn(Circle circle) {
    return circle.present(online.account()).filter(member -> !member.blocked()).isPresent();
  }

  private void enter(TrId trId, Iterator<Circle> circles) {
    if (!circles.hasNext()) {
      return;
    }
    Circle circle = circles.next();
    seen.putIfAbsent(circle.id(), new HashMap<>());
    welcome(circle.id());
    client.await(
        client
            .backbone()
            .people()
            .ask(
                online.account(),
                new Request.EnterCircle(online.session(), circle.id(), circle.attending())),
        trId,
        _ -> enter(trId, circles));
  }

  /**
   * The circle is there. COMPAT MSNPSharp: it takes part in the talk when it is told to look again
   * at how its owner appears in the circle.
   */
  private void welcome(CircleId circle) {
    client.say(
        new ServerEvent.Published(
            notification(circle, "Full", RosterDocument.of(List.of()).bytes()).bytes()));
    client.say(
        new ServerEvent.Published(
            DocumentPresence.notification(
                    RoutedAddress.of(online.card().address()).withVia(address(circle)),
                    online.here(),
                    "Sync",
                    NOTHING)
                .bytes()));
  }

  /** Leaves circles. */
  void leave(TrId trId, Iterator<CircleId> circles, Runnable then) {
    if (!circles.hasNext()) {
      then.run();
      return;
    }
    CircleId circle = circles.next();
    seen.remove(circle);
    client.await(
        client
            .backbone()
            .people()
            .ask(online.account(), new Request.LeaveCircle(online.session(), circle)),
        trId,
        _ -> leave(trId, circles, then));
  }

  /** Takes part in the talk, or gives the circle another name. */
  void publish(TrId trId, CircleId circle, RoutedMessage message) {
    RosterDocument said;
    try {
      said = RosterDocument.read(message.body());
    } catch (MalformedCommand fault) {
      LOG.debug("connection={} {}", client.connection().id(), fault.getMessage());
      client.refuse(Refusals.BAD_PARAMETER, trId);
      return;
    }
    Optional<String> name = said.name().filter(it -> !it.isBlank());
    if (name.isPresent()) {
      rename(trId, circle, name.get());
    } else if (said.members().stream().allMatch(this::isMe)) {
      talks(trId, circle, true, () -> client.say(new ServerEvent.PublishTaken(trId, NOTHING)));
    } else {
      client.refuse(Refusals.BAD_PARAMETER, trId); // the address book asks people in
    }
  }

  private boolean isMe(Member member) {
    return member.who().address().equals(Optional.of(online.card().address()));
  }

  private void rename(TrId trId, CircleId circle, String name) {
    client.await(
        door.circles().rename(circle, online.account(), name),
        trId,
        outcome -> {
          switch (outcome) {
            case CircleOutcome.Done _ -> client.say(new ServerEvent.PublishTaken(trId, NOTHING));
            case CircleOutcome.Refused(var why) -> {
              LOG.debug("circle={} name refused={}", circle, why);
              client.refuse(Refusals.NO_MEMBER, trId);
            }
          }
        });
  }

  /** Takes part in the talk no longer. */
  void withdraw(TrId trId, CircleId circle) {
    talks(trId, circle, false, () -> client.say(new ServerEvent.WithdrawTaken(trId)));
  }

  private void talks(TrId trId, CircleId circle, boolean talks, Runnable then) {
    ask(trId, new Request.TalkInCircle(online.session(), circle, talks), then);
  }

  /** Says something to the circle. There is no answer when it was said. */
  void send(TrId trId, CircleId circle, RoutedMessage message) {
    ask(trId, new Request.SayInCircle(online.session(), circle, message.bytes()), () -> {});
  }

  private void ask(TrId trId, Request<Boolean> request, Runnable then) {
    client.await(
        client.backbone().people().ask(online.account(), request),
        trId,
        done -> {
          if (done) {
            then.run();
          } else {
            client.refuse(Refusals.NO_MEMBER, trId);
          }
        });
  }

  // what the client is told

  /** A member appears otherwise than before. */
  void seen(CircleSeen now) {
    Map<AccountId, CircleSeen> members = seen.get(now.circle());
    if (members == null) {
      return;
    }
    @Nullable CircleSeen before = members.put(now.who().card().id(), now);
    boolean wasOnline = before != null && before.who().isOnline();
    if (now.who().isOnline() && (before == null || !now.who().isSameAs(before.who()))) {
      present(now, wasOnline);
    }
    boolean talked = wasOnline && before.talks();
    boolean talks = now.who().isOnline() && now.talks();
    if (talks != talked) {
      tell(address(now.circle()), RoutedAddress.of(now.who().card().address()), talks);
    }
    if (!now.who().isOnline() && wasOnline) {
      absent(now);
    }
  }

  /** Somebody begins to take part in the talk, or takes part no more. */
  private void tell(RoutedAddress circle, RoutedAddress who, boolean talks) {
    client.say(
        talks
            ? new ServerEvent.Published(
                RosterNotice.here(circle, online.here(), List.of(Member.of(who))).bytes())
            : new ServerEvent.Withdrawn(RosterNotice.gone(circle, online.here(), who).bytes()));
  }

  private void present(CircleSeen now, boolean wasOnline) {
    client.backbone().meters().presenceSent();
    View who = now.who();
    if (online.dialect().has(Trait.ROUTED)) {
      client.say(
          new ServerEvent.Published(
              DocumentPresence.notification(
                      RoutedAddress.of(who.card().address()).withVia(address(now.circle())),
                      RoutedAddress.of(online.card().address()),
                      wasOnline ? "Partial" : "Full",
                      DocumentPresence.document(who))
                  .bytes()));
    } else {
      client.say(new ServerEvent.PresenceInCircle(SignedIn.appearance(who), address(now.circle())));
    }
  }

  private void absent(CircleSeen now) {
    client.backbone().meters().presenceSent();
    RoutedAddress circle = address(now.circle());
    RoutedAddress who = RoutedAddress.of(now.who().card().address());
    if (online.dialect().has(Trait.ROUTED)) {
      client.say(
          new ServerEvent.Withdrawn(
              DocumentPresence.notification(
                      who.withVia(circle),
                      RoutedAddress.of(online.card().address()),
                      "Full",
                      DocumentPresence.AWAY)
                  .bytes()));
    } else {
      client.say(new ServerEvent.WentFromCircle(now.who().card().address(), circle));
    }
  }

  /** A member says something; each version writes typing in its own way. */
  void hear(CircleSaid it) {
    try {
      RoutedMessage message = RoutedMessage.read(it.message());
      client.say(new ServerEvent.RoutedReceived(inOwnWords(message).bytes()));
    } catch (MalformedCommand fault) {
      LOG.error("account={} says what can't be read", it.from().id(), fault);
    }
  }

  private RoutedMessage inOwnWords(RoutedMessage message) {
    if (!message.messageType().equals(TYPING)) {
      return message;
    }
    Headers content =
        online.dialect().has(Trait.ROUTED)
            ? message.content().withOnly(TYPE, TYPING).without(SUBTYPE)
            : message.content().withOnly(TYPE, "Control").withOnly(SUBTYPE, "Typing");
    return new RoutedMessage(message.routing(), message.reliability(), content, message.body());
  }

  /** The client's owner is in the circle no more. */
  void over(CircleOver it) {
    seen.remove(it.circle());
    client.say(new ServerEvent.Withdrawn(notification(it.circle(), "Full", NOTHING).bytes()));
  }

  private RoutedMessage notification(CircleId circle, String notifType, byte[] document) {
    return RoutedMessage.notification(
        address(circle),
        online.here(),
        RosterNotice.GROUP,
        notifType,
        RosterDocument.CIRCLE_TYPE,
        document);
  }

  private static RoutedAddress address(CircleId circle) {
    return RoutedAddress.circle(circle.guid());
  }
}
