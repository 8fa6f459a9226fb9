package im.chrysalis.client;

import im.chrysalis.client.web.BookWish;
import im.chrysalis.client.web.CircleMembers;
import im.chrysalis.client.web.CirclePage;
import im.chrysalis.client.web.CircleWish;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import im.chrysalis.wire.command.ClientCommand.ChangeMemberships;
import im.chrysalis.wire.command.ClientCommand.ShowCircles;
import im.chrysalis.wire.command.ServerEvent.Appearance;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.payload.Memberships;
import im.chrysalis.wire.routed.RosterDocument;
import im.chrysalis.wire.routed.RoutedAddress;
import im.chrysalis.wire.routed.RoutedMessage;
import im.chrysalis.wire.routed.UserDocument;
import im.chrysalis.wire.xml.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the account's circles: what the address book tells of them, who is seen there, what is
 * said. Written on the messenger's turn; the list may be read anywhere.
 *
 * @see <a href="../../../../../../../docs/protocol/circles.md">docs/protocol/circles.md</a>
 */
final class CircleBook {
  private static final Logger LOG = LoggerFactory.getLogger(CircleBook.class);

  /** On the contact list and allowed, as circles are entered. */
  private static final int LISTS = 3;

  private final Office office;
  private final Desk desk;
  private final Lifeline lifeline;
  private final Routed routed;
  private final CircleEdits edits;
  private final CircleTalk talk;
  private final Map<CircleId, Circle> circles = new LinkedHashMap<>();
  private final Map<CircleId, Map<EmailAddress, String>> memberIds = new HashMap<>();
  private final Set<CircleId> entered = new HashSet<>();
  private Optional<String> ticket = Optional.empty();
  private boolean isOnline;
  private volatile List<Circle> all = List.of();

  CircleBook(Office office, Desk desk, Lifeline lifeline, Routed routed) {
    this.office = office;
    this.desk = desk;
    this.lifeline = lifeline;
    this.routed = routed;
    edits = new CircleEdits(desk, lifeline, this);
    talk = new CircleTalk(office, lifeline, routed);
  }

  /** All of them. Any thread. */
  List<Circle> all() {
    return all;
  }

  CircleEdits edits() {
    return edits;
  }

  CircleTalk talk() {
    return talk;
  }

  /** By which id somebody in a circle is called in requests. */
  Optional<String> memberId(CircleId circle, EmailAddress who) {
    return Optional.ofNullable(memberIds.getOrDefault(circle, Map.of()).get(who));
  }

  // what the address book tells

  /** The account is signed in, and its book was read. */
  void begin() {
    isOnline = true;
    refresh(Set.copyOf(circles.keySet()));
  }

  /** The session is over; nobody is seen any more. */
  void end() {
    isOnline = false;
    entered.clear();
    circles
        .values()
        .forEach(circle ->
            circle.state(
                circle
                    .state()
                    .with(
                        circle.members().stream()
                            .map(it -> it.appearing(it.name(), Look.OFFLINE))
                            .toList())));
  }

  /** The page of the account's own book. */
  void told(Element page) {
    Set<CircleId> fresh = take(CirclePage.read(page));
    if (isOnline && !fresh.isEmpty()) {
      refresh(fresh);
    }
  }

  /** A circle was changed by somebody. */
  void changed(CircleId circle) {
    read(Optional.of(circle))
        .thenAccept(outcome -> {
          if (outcome instanceof Outcome.Failed(var why)) {
            LOG.info("account={} circle={} {}", office.self(), circle, why.sentence());
          }
        });
  }

  /** Reads the list again, and who is in the circle that was changed. */
  CompletionStage<Outcome> read(Optional<CircleId> changed) {
    return desk.ask(BookWish.page())
        .thenCompose(heard -> {
          if (!(heard instanceof Desk.Heard.Given(var page))) {
            return CompletableFuture.completedStage(heard.outcome());
          }
          Set<CircleId> stale = new LinkedHashSet<>(take(CirclePage.read(page)));
          changed.filter(circles::containsKey).ifPresent(stale::add);
          return refresh(stale);
        });
  }

  /** Takes the list over; which of them were not there before. */
  private Set<CircleId> take(CirclePage page) {
    ticket = page.ticket();
    Set<CircleId> fresh = new LinkedHashSet<>();
    Set<CircleId> gone = new HashSet<>(circles.keySet());
    List<Circle> invitations = new ArrayList<>();
    boolean differs = false;
    for (CirclePage.Entry it : page.circles()) {
      gone.remove(it.id());
      Circle circle = circles.get(it.id());
      Circle.State before = circle == null ? null : circle.state();
      Circle.State now =
          new Circle.State(
              it.name(), role(it), invitation(it), before == null ? Map.of() : before.members());
      if (circle == null) {
        circle = new Circle(it.id(), office, this, now);
        circles.put(it.id(), circle);
        fresh.add(it.id());
      }
      circle.state(now);
      differs |= !now.equals(before);
      if (it.isInvited() && (before == null || before.invitation().isEmpty())) {
        invitations.add(circle);
      }
    }
    gone.forEach(this::forget);
    if (differs || !gone.isEmpty()) {
      tellAll();
    }
    invitations.forEach(circle ->
        office
            .delivery()
            .tell(new Event.InvitedToCircle(circle, circle.invitation().orElseThrow())));
    return fresh;
  }

  private static CircleRole role(CirclePage.Entry it) {
    return it.isInvited()
        ? CircleRole.INVITED
        : switch (it.role()) {
          case "Admin" -> CircleRole.ADMIN;
          case "AssistantAdmin" -> CircleRole.ASSISTANT;
          default -> CircleRole.MEMBER;
        };
  }

  private static Optional<CircleInvitation> invitation(CirclePage.Entry it) {
    return it.isInvited()
        ? Optional.of(
            it.invitation()
                .map(by -> new CircleInvitation(by.by(), by.name(), by.words()))
                .orElse(new CircleInvitation(Optional.empty(), "", "")))
        : Optional.empty();
  }

  private void forget(CircleId circle) {
    circles.remove(circle);
    memberIds.remove(circle);
    entered.remove(circle);
  }

  private void tellAll() {
    all = List.copyOf(circles.values());
    office.delivery().tell(new Event.CirclesChanged(all));
  }

  /** Enters those that the account is in, and reads who is in these. */
  private CompletionStage<Outcome> refresh(Set<CircleId> stale) {
    CompletionStage<Outcome> done = enter();
    for (CircleId circle : stale) {
      done = done.thenCombine(readMembers(circle), (a, b) -> a.isDone() ? b : a);
    }
    return done;
  }

  private CompletionStage<Outcome> readMembers(CircleId id) {
    return desk.ask(CircleWish.members(id))
        .thenApply(heard -> {
          if (heard instanceof Desk.Heard.Given(var operation)) {
            members(id, CircleMembers.read(operation));
          }
          return heard.outcome();
        });
  }

  private void members(CircleId id, CircleMembers told) {
    Circle circle = circles.get(id);
    if (circle == null) {
      return;
    }
    Map<EmailAddress, String> ids = new HashMap<>();
    List<CircleMember> members = new ArrayList<>();
    for (CircleMembers.Member it : told.members()) {
      if (!it.who().equals(office.self())) {
        ids.put(it.who(), it.id());
        members.add(member(circle, it));
      }
    }
    memberIds.put(id, ids);
    Circle.State now = circle.state().with(members);
    if (!now.equals(circle.state())) {
      circle.state(now);
      tellAll();
    }
  }

  private static CircleMember member(Circle circle, CircleMembers.Member it) {
    Optional<CircleMember> known = circle.member(it.who());
    return new CircleMember(
        it.who(),
        known.filter(CircleMember::isOnline).map(CircleMember::name).orElse(it.name()),
        role(it),
        known.map(CircleMember::look).orElse(Look.OFFLINE));
  }

  private static CircleRole role(CircleMembers.Member it) {
    return it.isInvited()
        ? CircleRole.INVITED
        : switch (it.role()) {
          case "1" -> CircleRole.ADMIN;
          case "2" -> CircleRole.ASSISTANT;
          default -> CircleRole.MEMBER;
        };
  }

  // being there

  /** Shows the ticket, then enters all that were not entered yet and takes part in their talk. */
  private CompletionStage<Outcome> enter() {
    List<CircleId> some =
        circles.values().stream()
            .filter(Circle::isIn)
            .map(Circle::id)
            .filter(id -> !entered.contains(id))
            .toList();
    if (!isOnline || some.isEmpty() || ticket.isEmpty()) {
      return CompletableFuture.completedStage(Outcome.done());
    }
    entered.addAll(some);
    String shown =
        Base64.getEncoder().encodeToString(ticket.get().getBytes(StandardCharsets.UTF_8));
    CompletionStage<Outcome> in =
        Steps.after(
            lifeline.ask(trId -> new ShowCircles(trId, shown)).thenApply(Reply::outcome),
            () ->
                lifeline
                    .ask(trId -> new ChangeMemberships(trId, "ADL", listed(some)))
                    .thenApply(Reply::outcome));
    for (CircleId id : some) {
      in = Steps.after(in, () -> takePart(id));
    }
    return in.thenApply(outcome -> {
      if (outcome instanceof Outcome.Failed(var why)) {
        LOG.info("account={} circles={} {}", office.self(), some, why.sentence());
        some.forEach(entered::remove);
      }
      return outcome;
    });
  }

  private byte[] listed(List<CircleId> some) {
    List<Memberships.Member> members =
        some.stream()
            .map(id ->
                new Memberships.Member(id.address(), LISTS, RoutedAddress.CIRCLE, Optional.empty()))
            .toList();
    Dialect dialect = lifeline.dialect().orElse(Dialect.MSNP18);
    return Memberships.of(members).xml(dialect).getBytes(StandardCharsets.UTF_8);
  }

  private CompletionStage<Outcome> takePart(CircleId id) {
    RosterDocument roster =
        RosterDocument.of(List.of(RosterDocument.Member.of(RoutedAddress.of(office.self()))));
    return routed
        .publish(RoutedAddress.circle(id.guid()), RosterDocument.CIRCLE_TYPE, roster)
        .thenApply(Reply::outcome);
  }

  /** Somebody appears in a circle, as a line tells. */
  void seen(CircleId id, Appearance it) {
    change(
        id,
        it.who(),
        before ->
            before.appearing(
                it.name().text(),
                new Look(
                    it.status(),
                    before.look().message(),
                    it.capabilities().abilities(),
                    before.look().picture())));
  }

  /** The same, as a document tells. */
  void seen(CircleId id, EmailAddress who, RoutedMessage message) {
    Optional<UserDocument> document = Documents.read(message);
    document.ifPresent(it ->
        change(
            id,
            who,
            before ->
                before.appearing(
                    Documents.name(it).orElse(before.name()),
                    Documents.look(who, before.look(), it, Documents.isFull(message)))));
  }

  /** Somebody is there no more. */
  void went(CircleId id, EmailAddress who) {
    change(id, who, before -> before.appearing(before.name(), Look.OFFLINE));
  }

  private void change(CircleId id, EmailAddress who, UnaryOperator<CircleMember> how) {
    Circle circle = circles.get(id);
    if (circle == null || who.equals(office.self())) {
      return;
    }
    // who came a moment ago may be seen before the book is read again
    CircleMember before =
        circle
            .member(who)
            .orElse(new CircleMember(who, who.text(), CircleRole.MEMBER, Look.OFFLINE));
    CircleMember now = how.apply(before);
    if (!now.equals(before)) {
      circle.state(circle.state().with(now));
      Status then = before.look().status();
      office.delivery().tell(new Event.CirclePresenceChanged(circle, now, then));
    }
  }

  /** The account is in it no more. */
  void over(CircleId id) {
    if (circles.containsKey(id)) {
      forget(id);
      tellAll();
    }
  }

  /** Somebody says something. */
  void said(CircleId id, RoutedMessage message) {
    Circle circle = circles.get(id);
    if (circle != null) {
      talk.heard(circle, message);
    }
  }
}
