package im.chrysalis.server.switchboard;

import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.conversation.Conversation;
import im.chrysalis.domain.conversation.ConversationId;
import im.chrysalis.domain.conversation.Member;
import im.chrysalis.domain.conversation.Message;
import im.chrysalis.domain.person.Invitation;
import im.chrysalis.domain.person.Notice.Attendance;
import im.chrysalis.domain.person.Notice.Attendance.State;
import im.chrysalis.domain.person.Notice.Attended;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.session.GroupAddress;
import im.chrysalis.server.web.offline.Undelivered;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.payload.MessageParts;
import im.chrysalis.wire.payload.MimeMessage;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.Translation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes part in a conversation for somebody who hears directly: passes on to them what is said, and
 * says what they say. A talk of two they see as messages between persons, one of more as a group
 * with an address of its own. On the conversation's loop only.
 *
 * @see <a href="../../../../../../../../docs/protocol/routed.md">docs/protocol/routed.md</a>
 */
final class StandIn implements Member {
  private static final Logger LOG = LoggerFactory.getLogger(StandIn.class);

  /** How much may be under way to the person before those who speak are held back, in bytes. */
  private static final int HIGH = 64 * 1024;

  private static final int LOW = HIGH / 2;

  /** How much may be said to somebody whose client has not come yet. */
  private static final int MOST_WAITING = 100;

  private static final SessionId NO_SESSION = new SessionId("", 0);

  private final Card card;
  private final Capabilities capabilities;
  private final Room room;
  private final StandIns standIns;
  private final Backbone backbone;
  private final RoutedAddress group;
  private final Set<SessionId> sessions = new HashSet<>(2);
  private final Map<Member, MessageParts> unfinished = new HashMap<>(2);
  private final Deque<RoutedMessage> waiting = new ArrayDeque<>(1);
  private final List<Runnable> whenResumed = new ArrayList<>(0);
  private Optional<AccountId> partner = Optional.empty();
  private boolean isPaused;
  private boolean isIn;
  private boolean gathering;
  private int underWay;
  private boolean isCongested;
  private boolean isGone;

  StandIn(Card card, Capabilities capabilities, Room room, StandIns standIns, Backbone backbone) {
    this.card = card;
    this.capabilities = capabilities;
    this.room = room;
    this.standIns = standIns;
    this.backbone = backbone;
    this.group = RoutedAddress.temporary(GroupAddress.of(room.conversation().id()));
  }

  /** Takes a place in the room, where others may be already. */
  void enter() {
    room.conversation().join(this);
    room.stir();
    isIn = true;
    look();
    if (gathering) {
      tellAll();
    }
    lookAgain();
  }

  /**
   * Waits for somebody whose client is being asked in. What is said meanwhile is said when it has
   * come, or left for later.
   */
  void await(AccountId reader) {
    partner = Optional.of(reader);
    room.conversation().rings(reader, backbone.timer().now());
    standIns.keep(this, reader);
    backbone
        .timer()
        .after(
            Conversation.RING,
            () ->
                room.loop()
                    .execute(() -> {
                      if (others().isEmpty()) {
                        leave();
                      }
                    }));
  }

  /** From now on it is a group, however many take part. */
  void gather() {
    gathering = true;
  }

  void comes(SessionId session) {
    sessions.add(session);
    if (isIn && gathering) {
      tellAll();
    }
  }

  /** One session of the person leaves, or all of them. */
  void leaves(Optional<SessionId> session) {
    session.ifPresent(sessions::remove);
    if (session.isEmpty() || sessions.isEmpty()) {
      leave();
    }
  }

  /** Leaves because nobody says anything. */
  void leaveInSilence() {
    leave(true);
  }

  private void leave() {
    leave(false);
  }

  private void leave(boolean idle) {
    if (!isGone) {
      isGone = true;
      partner.ifPresent(other -> {
        standIns.forget(this, other);
        waiting.forEach(message -> Undelivered.leave(card, other, message, backbone));
      });
      waiting.clear();
      resume();
      room.leave(this, idle);
    }
  }

  /** Leaves when nobody says anything for long, as everybody else does. */
  private void lookAgain() {
    if (isGone) {
      return;
    }
    var left = backbone.settings().get().idleConversation().minus(room.quiet());
    if (left.isPositive()) {
      backbone.timer().after(left, () -> room.loop().execute(this::lookAgain));
    } else {
      room.endInSilence();
    }
  }

  ConversationId conversation() {
    return room.conversation().id();
  }

  /** Does something on the conversation's loop. Any thread. */
  void onLoop(Runnable what) {
    room.loop().execute(what);
  }

  // who else is here

  @Override
  public void joined(Member other) {
    room.loop()
        .execute(() -> { // when the conversation knows them all
          boolean was = gathering;
          look();
          sayWaiting();
          if (gathering) {
            if (was) {
              tell(List.of(new Attendance(other.card(), State.HERE)));
            } else {
              tellAll();
            }
          }
        });
  }

  @Override
  public void left(Member other, boolean idle) {
    unfinished.remove(other);
    boolean whole = !room.conversation().has(other.card().id());
    room.loop()
        .execute(() -> {
          look();
          if (gathering && whole) {
            tell(List.of(new Attendance(other.card(), State.GONE)));
          }
          if (others().isEmpty() && !room.conversation().isAnybodyRinging(backbone.timer().now())) {
            leave();
          }
        });
  }

  /** Sees whether it is still a talk of two. */
  private void look() {
    Map<AccountId, Card> others = others();
    gathering |= others.size() > 1 || isGroupToOthers();
    if (gathering) {
      partner.ifPresent(other -> standIns.forget(this, other));
    } else if (!isGone && others.size() == 1) {
      AccountId other = others.keySet().iterator().next();
      partner = Optional.of(other);
      standIns.keep(this, other);
    }
  }

  /** Whether others who hear directly take it for a group, though they be but one. */
  private boolean isGroupToOthers() {
    for (Member member : room.conversation().members()) {
      if (member instanceof StandIn other && other.gathering) {
        return true;
      }
    }
    return false;
  }

  private Map<AccountId, Card> others() {
    Map<AccountId, Card> others = new LinkedHashMap<>();
    for (Member member : room.conversation().members()) {
      if (!member.card().id().equals(card.id())) {
        others.put(member.card().id(), member.card());
      }
    }
    return others;
  }

  /** The person hears that they are in a group, and who else is. */
  private void tellAll() {
    List<Attendance> all = new ArrayList<>();
    all.add(new Attendance(card, sessions.isEmpty() ? State.INVITED : State.HERE));
    others().values().forEach(other -> all.add(new Attendance(other, State.HERE)));
    tell(all);
  }

  private void tell(List<Attendance> people) {
    if (!isGone) {
      backbone.people().tell(card.id(), new Attended(room.conversation().id(), people));
    }
  }

  // what the others say

  @Override
  public boolean deliver(Message message) {
    if (isGone) {
      return false;
    }
    if (message.payload() instanceof Spoken spoken) {
      if (spoken.isFirst()) {
        pass(message.sender(), spoken.whole());
      }
      return true;
    }
    byte[] bytes = message.payload().copy();
    Optional<RoutedMessage> routed = translated(message.sender(), bytes);
    routed.ifPresent(it -> pass(message.sender(), it));
    return true;
  }

  private Optional<RoutedMessage> translated(Member sender, byte[] bytes) {
    MessageParts parts = unfinished.computeIfAbsent(sender, _ -> new MessageParts());
    try {
      return parts
          .join(MimeMessage.read(bytes))
          .flatMap(whole ->
              Translation.toRouted(
                  whole, RoutedAddress.of(sender.card().address(), sender.place()), to()));
    } catch (MalformedCommand fault) {
      LOG.debug("account={} says={}", sender.card().id(), fault.getMessage());
      return Optional.empty();
    }
  }

  private RoutedAddress to() {
    return gathering ? group : RoutedAddress.of(card.address());
  }

  private void pass(Member sender, RoutedMessage message) {
    byte[] bytes = message.bytes();
    underWay += bytes.length;
    isCongested |= underWay > HIGH;
    backbone
        .people()
        .ask(
            card.id(),
            new Request.Say(
                sender.card(), sender.place(), message.to().flatMap(RoutedAddress::place), bytes))
        .whenComplete((taken, fault) ->
            room.loop()
                .execute(
                    () -> passed(sender.card(), message, bytes.length, fault == null && taken)));
  }

  private void passed(Card sender, RoutedMessage message, int length, boolean taken) {
    underWay -= length;
    if (isCongested && underWay <= LOW) {
      isCongested = false;
      room.conversation().relieved(this);
    }
    boolean stays = gathering && !sessions.isEmpty(); // of many, one may not be wanted
    if (!taken && !stays) {
      Undelivered.leave(sender, card.id(), message, backbone);
      leave();
    }
  }

  @Override
  public boolean isCongested() {
    return isCongested;
  }

  // what the person says

  /**
   * Says something to all others.
   *
   * @param then told whether anybody took it, once more may be said
   */
  void says(RoutedMessage message, Consumer<Boolean> then) {
    boolean taken = !isGone && (others().isEmpty() ? keep(message) : relay(message));
    if (isPaused) {
      whenResumed.add(() -> then.accept(taken));
    } else {
      then.accept(taken);
    }
  }

  /** Keeps what is said before the other's client has come. */
  private boolean keep(RoutedMessage message) {
    boolean mayCome =
        partner.isPresent() && room.conversation().isAnybodyRinging(backbone.timer().now());
    if (mayCome && waiting.size() < MOST_WAITING) {
      waiting.add(message);
      return true;
    }
    return false;
  }

  private void sayWaiting() {
    while (!waiting.isEmpty() && !others().isEmpty()) {
      relay(waiting.remove());
    }
  }

  private boolean relay(RoutedMessage message) {
    room.stir();
    backbone.meters().messageRelayed();
    List<MimeMessage> parts = parts(message);
    if (parts.isEmpty()) {
      for (Member member : List.copyOf(room.conversation().members())) {
        if (member instanceof StandIn other && !other.equals(this)) {
          other.pass(this, message);
        }
      }
      return true;
    }
    boolean taken = true;
    boolean isFirst = true;
    for (MimeMessage part : parts) {
      Spoken payload = new Spoken(message, part.bytes(), isFirst);
      taken &= room.conversation().relay(new Message(this, payload, message.is("Data")));
      isFirst = false;
    }
    return taken;
  }

  private static List<MimeMessage> parts(RoutedMessage message) {
    return message.from().isPresent() && message.to().isPresent()
        ? Translation.toSwitchboard(message, message.from().get(), message.to().get())
        : List.of();
  }

  /** Whether something can be said in a conversation at all. */
  static boolean isSayable(RoutedMessage message) {
    return !parts(message).isEmpty();
  }

  /** Asks somebody in. */
  void invites(Card whom) {
    Conversation conversation = room.conversation();
    if (conversation.has(whom.id()) || conversation.isFull()) {
      return;
    }
    gathering = true;
    conversation.rings(whom.id(), backbone.timer().now());
    backbone
        .people()
        .ask(
            whom.id(),
            new Request.Ring(
                new Invitation(conversation.id(), card, NO_SESSION, backbone.addresses().place())))
        .whenComplete((rings, fault) -> {
          if (fault != null || !rings) {
            room.loop().execute(() -> conversation.doesNotRing(whom.id()));
          }
        });
  }

  @Override
  public Card card() {
    return card;
  }

  @Override
  public Capabilities capabilities() {
    return capabilities;
  }

  @Override
  public Optional<EndpointId> place() {
    return Optional.empty();
  }

  @Override
  public void pause() {
    isPaused = true;
  }

  @Override
  public void resume() {
    isPaused = false;
    List<Runnable> held = List.copyOf(whenResumed);
    whenResumed.clear();
    held.forEach(Runnable::run);
  }
}
