package im.chrysalis.domain.person;

import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.REVERSE;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.contact.Change;
import im.chrysalis.domain.contact.Contact;
import im.chrysalis.domain.contact.Decision;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.contact.Refusal;
import im.chrysalis.domain.contact.Roster;
import im.chrysalis.domain.contact.View;
import im.chrysalis.domain.person.Notice.Occasion;
import im.chrysalis.domain.person.Request.Acknowledged;
import im.chrysalis.domain.person.Request.ContactCopy;
import im.chrysalis.domain.person.Request.Introduction;
import im.chrysalis.domain.person.Request.RosterCopy;
import im.chrysalis.domain.person.SessionEvent.Ended;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.Endpoint;
import im.chrysalis.values.PersonalMessage;
import im.chrysalis.values.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One account while it is active: what its sessions say, who watches it, whom it watches. Gets its
 * messages one by one and answers each without blocking. Requests and notices that change lists are
 * {@linkplain #decide decided} first and {@linkplain #apply done} when the store has them.
 *
 * @see <a href="../../../../../../../../docs/architecture.md">docs/architecture.md</a>
 */
public final class Person {
  /** How long friends see an old session's status while its successor has not said one. */
  public static final Duration LINGER = Duration.ofSeconds(60);

  private final Roster roster;
  private final Surroundings around;
  private final List<Seat> seats = new ArrayList<>(1);
  private View appearance;
  private boolean watchingOthers;
  private boolean lingering;
  private int lingerTurn;
  private boolean gone;
  private @Nullable CircleParts circles;

  /** Where a person's messages to others go. */
  public interface Surroundings {
    void tell(AccountId who, Notice notice);

    /** Tells the person itself, later. */
    void tellMyself(Notice notice, Duration later);
  }

  public Person(Roster roster, Surroundings around) {
    this.roster = roster;
    this.around = around;
    this.appearance = View.offline(card(), roster.account().properties());
  }

  public AccountId id() {
    return card().id();
  }

  /** Whether nobody would miss the person: no session, nobody who watches. */
  public boolean isIdle() {
    if (gone) {
      return true;
    }
    if (!seats.isEmpty() || lingering) {
      return false;
    }
    for (Contact contact : roster.contacts()) {
      if (Roster.isWatching(contact)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the account was deleted. */
  public boolean isGone() {
    return gone;
  }

  // where persons may move from one node to another

  /** Which sessions the person has. */
  public List<SessionId> sessions() {
    return seats.stream().map(seat -> seat.link.id()).toList();
  }

  /** The person is let go though it is missed: those who watch it are told to watch it again. */
  public void depart() {
    Notice.Forgot notice = new Notice.Forgot(id());
    for (Contact contact : roster.contacts()) {
      if (Roster.isWatching(contact)) {
        around.tell(contact.id(), notice);
      }
    }
  }

  // requests that change nothing stored: answered at once

  /** Answers a request that is no {@link Request.Edit}. The answer goes out before all events. */
  @SuppressWarnings("unchecked") // each branch answers with the type of its request
  <R> void answer(Request<R> request, Consumer<R> reply) {
    switch (request) {
      case Request.SignIn it -> signIn(it, (Consumer<Account>) reply);
      case Request.SetStatus it -> setStatus(it, (Consumer<Acknowledged>) reply);
      case Request.TellMessage it -> {
        ((Consumer<Acknowledged>) reply).accept(Acknowledged.DONE);
        seat(it.session()).ifPresent(_ -> seats.forEach(seat -> seat.message = it.message()));
        appear();
        seeSelf();
      }
      case Request.TellPlace it -> {
        ((Consumer<Acknowledged>) reply).accept(Acknowledged.DONE);
        seat(it.session())
            .ifPresent(seat -> {
              seat.placed = it.capabilities().or(() -> seat.placed);
              seat.expression = it.expression().orElse(seat.expression);
              it.details().ifPresent(told -> seat.details = told);
              appear();
              seeSelf();
            });
      }
      case Request.PassNote it -> ((Consumer<Boolean>) reply).accept(passNote(it));
      case Request.Say it -> ((Consumer<Boolean>) reply).accept(say(it));
      case Request.EnterCircle it -> {
        ((Consumer<Acknowledged>) reply).accept(Acknowledged.DONE);
        seat(it.session()).ifPresent(_ -> circles().enter(it, appearance));
      }
      case Request.LeaveCircle it -> {
        ((Consumer<Acknowledged>) reply).accept(Acknowledged.DONE);
        circles().leave(it.session(), it.circle(), appearance);
      }
      case Request.TalkInCircle it ->
          ((Consumer<Boolean>) reply).accept(circles().talk(it, appearance));
      case Request.SayInCircle it -> ((Consumer<Boolean>) reply).accept(circles().say(it, card()));
      case Request.AcceptInvitations it -> {
        seat(it.session()).ifPresent(seat -> seat.acceptsInvitations = it.accept());
        ((Consumer<Acknowledged>) reply).accept(Acknowledged.DONE);
      }
      case Request.ReadRoster _ -> ((Consumer<RosterCopy>) reply).accept(copy());
      case Request.Ring it -> ((Consumer<Boolean>) reply).accept(ring(it.invitation()));
      case Request.Introduce it ->
          ((Consumer<Optional<Introduction>>) reply)
              .accept(
                  seat(it.session()).map(s -> new Introduction(card(), s.capabilities, s.place)));
      case Request.EndSessions it -> {
        ((Consumer<Acknowledged>) reply).accept(Acknowledged.DONE);
        endSessions(it.why());
      }
      case Request.Edit edit -> throw new IllegalArgumentException("to be decided: " + edit);
    }
  }

  private void signIn(Request.SignIn it, Consumer<Account> reply) {
    boolean followsAnother = false;
    seat(it.session().id()).ifPresent(seats::remove); // resumed before its sign-in arrived
    for (Seat old : List.copyOf(seats)) {
      if (old.place.equals(it.place())) {
        followsAnother |= old.present;
        seats.remove(old);
        leaveCircles(old);
        old.link.deliver(new Ended(Ended.Why.SIGNED_IN_ELSEWHERE));
      }
    }
    Seat fresh = new Seat(it.session(), it.place(), it.hearing());
    seats.stream().findAny().ifPresent(other -> fresh.message = other.message);
    seats.add(fresh);
    reply.accept(roster.account());
    if (followsAnother && !isPresent()) {
      lingering = true;
      lingerTurn++;
      around.tellMyself(new Notice.LingerOver(lingerTurn), LINGER);
    }
  }

  private void setStatus(Request.SetStatus it, Consumer<Acknowledged> reply) {
    reply.accept(Acknowledged.DONE);
    Optional<Seat> found = seat(it.session());
    if (found.isEmpty()) {
      return; // ended while the request was under way
    }
    Seat seat = found.get();
    boolean first = !seat.present;
    seat.says(it.status(), it.capabilities(), it.picture());
    seats.remove(seat);
    seats.add(seat); // the last one to speak decides how the person appears
    lingering = false;
    if (first) {
      greet(seat, it.mark());
    }
    appear();
    seeSelf();
    if (first && roster.hasMessages()) {
      seat.link.deliver(new SessionEvent.MessagesWait());
    }
  }

  /** Gives a session that has just come the contacts who are there, asking for them if need be. */
  private void greet(Seat seat, long mark) {
    if (!watchingOthers) {
      watchingOthers = true;
      watchOthers(Optional.of(new Occasion(seat.link.id(), OptionalLong.of(mark))));
      return;
    }
    for (Contact contact : roster.contacts()) {
      if (contact.isOn(FORWARD) && contact.view().isOnline()) {
        seat.link.deliver(
            new SessionEvent.ContactSeen(
                Optional.of(contact.view()), contact.view(), OptionalLong.of(mark)));
      }
    }
  }

  private boolean ring(Invitation invitation) {
    Card caller = invitation.caller();
    if (!caller.id().equals(id()) && !roster.allows(roster.contact(caller.id()))) {
      return false;
    }
    boolean rings = false;
    for (Seat seat : seats) {
      if (seat.canBeRung() && !seat.link.id().equals(invitation.session())) {
        seat.link.deliver(new SessionEvent.Invited(invitation));
        rings = true;
      }
    }
    return rings;
  }

  private RosterCopy copy() {
    List<ContactCopy> contacts = new ArrayList<>(roster.size());
    for (Contact contact : roster.contacts()) {
      if (contact.lists() != 0) {
        contacts.add(
            new ContactCopy(contact.view(), contact.lists(), contact.label(), contact.groups()));
      }
    }
    contacts.sort((a, b) -> a.view().card().id().compareTo(b.view().card().id()));
    return new RosterCopy(roster.account(), roster.groups(), contacts);
  }

  // notices that change nothing stored

  /** Takes a notice that is no {@link Notice.ListNotice}. */
  void hear(Notice notice) {
    switch (notice) {
      case Notice.SignOut it -> signOut(it.session());
      case Notice.Watch it -> {
        Contact watcher = roster.watchedBy(it.watcher());
        show(watcher, it.occasion());
      }
      case Notice.Unwatch it -> roster.unwatchedBy(it.watcher());
      case Notice.Seen it -> see(it.contact(), it.occasion());
      case Notice.Resumed it -> resume(it);
      case Notice.Forgot it -> {
        Contact contact = roster.contact(it.who());
        if (watchingOthers && contact != null && contact.isOn(FORWARD)) {
          around.tell(it.who(), new Notice.Watch(card(), Optional.empty()));
        }
      }
      case Notice.NodeLost it -> nodeLost(it.node());
      case Notice.CircleSeen it -> circles().hear(it, appearance);
      case Notice.CircleSaid it -> circles().hear(it);
      case Notice.CircleChanged it -> {
        circles().hear(it, appearance);
        deliver(new SessionEvent.CircleChanged(it.circle()));
      }
      case Notice.Attended it -> {
        SessionEvent.Attended event = new SessionEvent.Attended(it.where(), it.people());
        seats.stream()
            .filter(seat -> seat.present && seat.hearsDirectly())
            .forEach(seat -> seat.link.deliver(event));
      }
      case Notice.LingerOver it -> {
        if (lingering && it.turn() == lingerTurn) {
          lingering = false;
          appear();
          rest();
        }
      }
      case Notice.ListNotice it -> throw new IllegalArgumentException("to be decided: " + it);
    }
  }

  private void signOut(SessionId session) {
    seat(session)
        .ifPresent(seat -> {
          seats.remove(seat);
          leaveCircles(seat);
          lingering = lingering && !seats.isEmpty();
          appear();
          seeSelf();
          rest();
        });
  }

  private void resume(Notice.Resumed it) {
    if (seat(it.session().id()).isPresent()) {
      return;
    }
    for (Seat other : List.copyOf(seats)) {
      if (other.place.equals(it.place())) {
        if (other.since.isAfter(it.since())) {
          it.session().deliver(new Ended(Ended.Why.SIGNED_IN_ELSEWHERE));
          return;
        }
        seats.remove(other);
        leaveCircles(other);
        other.link.deliver(new Ended(Ended.Why.SIGNED_IN_ELSEWHERE));
      }
    }
    Seat seat = new Seat(it.session(), it.place(), it.hearing(), it.since());
    seat.acceptsInvitations = it.acceptsInvitations();
    seat.message = it.tells().orElse(PersonalMessage.NONE);
    seats.add(seat);
    it.said()
        .ifPresent(said -> {
          seat.says(said.status(), said.capabilities(), said.picture());
          lingering = false;
          watchingOthers = true;
          watchOthers(Optional.of(new Occasion(seat.link.id(), OptionalLong.empty())));
        });
    appear();
  }

  private void nodeLost(String node) {
    List<Seat> lost = seats.stream().filter(it -> it.link.id().node().equals(node)).toList();
    if (!lost.isEmpty()) {
      seats.removeAll(lost);
      lost.forEach(this::leaveCircles);
      lingering = lingering && !seats.isEmpty();
      appear();
      rest();
    }
    if (watchingOthers) {
      watchOthers(Optional.empty());
    }
  }

  private void watchOthers(Optional<Occasion> occasion) {
    Notice.Watch watch = new Notice.Watch(card(), occasion);
    for (Contact contact : roster.contacts()) {
      if (contact.isOn(FORWARD)) {
        around.tell(contact.id(), watch);
      }
    }
  }

  /** Stops watching others when nobody is there to see them. */
  private void rest() {
    if (!watchingOthers || lingering || isPresent()) {
      return;
    }
    watchingOthers = false;
    Notice.Unwatch unwatch = new Notice.Unwatch(id());
    for (Contact contact : roster.contacts()) {
      if (contact.isOn(FORWARD)) {
        around.tell(contact.id(), unwatch);
        loseSightOf(contact);
      }
    }
  }

  /** Whoever is not watched is taken for offline, and so is news when they are seen again. */
  private static void loseSightOf(@Nullable Contact contact) {
    if (contact != null && contact.view().isOnline()) {
      Roster.seen(contact, View.offline(contact.view().card(), contact.view().properties()));
    }
  }

  private void see(View now, Optional<Occasion> occasion) {
    Contact contact = roster.contact(now.card().id());
    if (contact == null || !contact.isOn(FORWARD)) {
      return;
    }
    if (!watchingOthers) {
      Roster.seen(contact, View.offline(now.card(), now.properties()));
      if (now.isOnline()) {
        around.tell(contact.id(), new Notice.Unwatch(id())); // takes this person for a watcher
      }
      return;
    }
    View before = Roster.seen(contact, now);
    for (Seat seat : seats) {
      if (seat.present) {
        boolean asked = occasion.isPresent() && occasion.get().session().equals(seat.link.id());
        OptionalLong mark = asked ? occasion.get().mark() : OptionalLong.empty();
        Optional<View> told =
            asked && mark.isEmpty() ? Optional.<View>empty() : Optional.of(before);
        seat.link.deliver(new SessionEvent.ContactSeen(told, now, mark));
      }
    }
  }

  // how the person appears to others

  /** Works out how the person appears now, and shows it to all who may see a difference. */
  private void appear() {
    View next = appearanceNow();
    if (next.isSameAs(appearance)) {
      return;
    }
    appearance = next;
    if (circles != null) {
      circles.appear(next);
    }
    Notice.Seen seen = new Notice.Seen(next, Optional.empty());
    for (Contact contact : roster.contacts()) {
      if (Roster.isWatching(contact) && Roster.isShown(contact)) {
        around.tell(contact.id(), seen);
      }
    }
  }

  private View appearanceNow() {
    Map<Property, String> properties = publicProperties();
    for (int i = seats.size() - 1; i >= 0; i--) {
      Seat seat = seats.get(i);
      if (seat.present) {
        return seat.status.isSeen()
            ? View.of(
                card(),
                seat.status,
                seat.capabilities,
                seat.picture,
                seat.message,
                places(),
                properties)
            : View.offline(card(), properties);
      }
    }
    return lingering
        ? View.of(
            card(),
            appearance.status(),
            appearance.capabilities(),
            appearance.picture(),
            appearance.message(),
            places(),
            properties)
        : View.offline(card(), properties);
  }

  /** Where the person is signed in, as far as clients there have named themselves and a status. */
  private List<Endpoint> places() {
    return seats.stream()
        .filter(seat -> seat.present)
        .flatMap(it -> it.endpoint().stream())
        .toList();
  }

  /** Tells the person's own places of each other, when any client there knows what that is. */
  private void seeSelf() {
    if (seats.stream().allMatch(seat -> seat.place.isEmpty())) {
      return;
    }
    List<SessionEvent.Place> all = new ArrayList<>();
    Optional<Seat> last = Optional.empty();
    for (Seat seat : seats) {
      if (seat.present) {
        last = Optional.of(seat);
        seat.endpoint().ifPresent(it -> all.add(new SessionEvent.Place(it, seat.details)));
      }
    }
    last.ifPresent(speaker -> {
      View self =
          View.of(
              card(),
              speaker.status,
              speaker.capabilities,
              speaker.picture,
              speaker.message,
              List.of(),
              Map.of());
      for (Seat seat : seats) {
        if (seat.place.isPresent()) {
          seat.link.deliver(new SessionEvent.SelfSeen(self, all));
        }
      }
    });
  }

  private boolean passNote(Request.PassNote it) {
    boolean own = it.from().id().equals(id());
    if (!own && !roster.allows(roster.contact(it.from().id()))) {
      return false;
    }
    SessionEvent.Noted note =
        new SessionEvent.Noted(it.from(), it.fromPlace(), it.kind(), it.body());
    boolean taken = false;
    for (Seat seat : seats) {
      boolean isSender = own && seat.place.equals(it.fromPlace());
      boolean addressed = it.to().isEmpty() ? !isSender : seat.place.equals(it.to());
      if (addressed && seat.canBeRung()) {
        seat.link.deliver(note);
        taken = true;
      }
    }
    return taken;
  }

  private boolean say(Request.Say it) {
    boolean own = it.from().id().equals(id());
    if (!own && !roster.allows(roster.contact(it.from().id()))) {
      return false;
    }
    SessionEvent.Said said = new SessionEvent.Said(it.from(), it.fromPlace(), it.message());
    boolean taken = false;
    Optional<Seat> inConversations = Optional.empty();
    for (Seat seat : seats) {
      boolean addressed = it.to().isEmpty() || seat.place.equals(it.to());
      boolean isSender = own && seat.place.equals(it.fromPlace());
      if (addressed && !isSender && (own ? seat.present : seat.canBeRung())) {
        if (seat.hearsDirectly()) {
          seat.link.deliver(said);
          taken = true;
        } else {
          inConversations = Optional.of(seat);
        }
      }
    }
    if (own) {
      return taken;
    }
    inConversations.ifPresent(seat -> seat.link.deliver(said));
    return taken || inConversations.isPresent();
  }

  private Map<Property, String> publicProperties() {
    Map<Property, String> all = roster.account().properties();
    if (all.keySet().stream().allMatch(Property::isPublic)) {
      return all;
    }
    Map<Property, String> open = new TreeMap<>(all);
    open.keySet().removeIf(property -> !property.isPublic());
    return open;
  }

  /** Tells one watcher how the person appears to them; without an occasion only if that changed. */
  private void show(Contact watcher, Optional<Occasion> occasion) {
    boolean may = roster.allows(watcher);
    if (occasion.isEmpty() && may == Roster.isShown(watcher)) {
      return;
    }
    Roster.shown(watcher, may);
    View view = may ? appearance : View.offline(card(), Map.of());
    around.tell(watcher.id(), new Notice.Seen(view, occasion));
  }

  /** Tells somebody who does not watch what they may know without watching: name and telephones. */
  private void inform(Contact contact) {
    Map<Property, String> properties =
        roster.allows(contact) ? publicProperties() : Map.<Property, String>of();
    around.tell(contact.id(), new Notice.Seen(View.offline(card(), properties), Optional.empty()));
  }

  // requests and notices that change lists

  /** What a message that may change lists would change. */
  Decision decide(PersonMessage message) {
    return switch (message) {
      case Request.From it -> decide(it.edit());
      case Request.AddToList it -> {
        Optional<GroupName> group = it.group().filter(name -> !name.isDefault());
        Optional<Group> found = group.flatMap(name -> name.in(roster));
        yield group.isPresent() && found.isEmpty()
            ? Decision.not(Refusal.NO_SUCH_GROUP)
            : roster.add(it.who(), it.list(), found.map(Group::id));
      }
      case Request.RemoveFromList it -> roster.remove(it.who(), it.list());
      case Request.SettlePending it -> roster.settle(it.who());
      case Request.RemoveFromGroup it ->
          inGroup(it.group(), (r, group) -> r.removeFromGroup(it.who(), group.id()));
      case Request.LabelContact it -> roster.label(it.who(), it.label());
      case Request.AddGroup it -> roster.addGroup(it.id(), it.name());
      case Request.RenameGroup it ->
          inGroup(it.group(), (r, group) -> r.renameGroup(group.id(), it.name()));
      case Request.RemoveGroup it -> inGroup(it.group(), (r, group) -> r.removeGroup(group.id()));
      case Request.WriteNotes it -> roster.write(it.about(), it.notes());
      case Request.Rename it -> roster.rename(it.name());
      case Request.SetPrivacy it -> roster.set(it.privacy());
      case Request.SetNotice it -> roster.set(it.notice());
      case Request.SetProperty it -> roster.set(it.property(), it.value());
      case Request.LeaveMessage it -> roster.leave(it.message());
      case Request.TakeMessages it -> roster.take(it.ids());
      case Request.DeleteAccount _ -> roster.deleteAccount();
      case Notice.AddedBy it -> roster.addedBy(it.who());
      case Notice.RemovedBy it -> roster.removedBy(it.who());
      case Notice.Gone it -> roster.goneIs(it.who());
      default -> throw new IllegalArgumentException("nothing to decide: " + message);
    };
  }

  private Decision inGroup(GroupName name, BiFunction<Roster, Group, Decision> then) {
    if (name.isDefault()) {
      return Decision.not(Refusal.DEFAULT_GROUP);
    }
    return name.in(roster)
        .map(group -> then.apply(roster, group))
        .orElseGet(() -> Decision.not(Refusal.NO_SUCH_GROUP));
  }

  /** Does a decided change that the store has taken, and tells everybody whom it concerns. */
  void apply(PersonMessage cause, Change change) {
    if (cause instanceof Request.From(Origin origin, Request.Edit edit)) {
      apply(edit, change, Optional.of(origin));
    } else {
      apply(cause, change, Optional.empty());
    }
  }

  private void apply(PersonMessage cause, Change change, Optional<Origin> by) {
    String name = card().name();
    boolean changesBook = BookChanges.isOne(cause, change, roster);
    roster.apply(change);
    if (changesBook) {
      deliver(new SessionEvent.BookChanged(change.version(), by, newcomer(cause, change)));
    }
    switch (change) {
      case Change.ContactBecomes it -> contactBecame(cause, it);
      case Change.AccountBecomes _ -> {
        appear();
        if (!card().name().equals(name)) {
          seeSelf();
        }
        for (Contact contact : roster.contacts()) {
          if (Roster.isWatching(contact)) {
            show(contact, Optional.empty());
          } else if (contact.isOn(REVERSE)) {
            inform(contact);
          }
        }
      }
      case Change.GroupBecomes _, Change.GroupRemoved _, Change.NotesBecome _ -> {}
      case Change.MessageKept it -> deliver(new SessionEvent.MessageLeft(it.message()));
      case Change.MessagesRemoved it -> deliver(new SessionEvent.MessagesTaken(it.ids().size()));
      case Change.AccountDeleted _ -> vanish();
    }
  }

  /** Who came onto the forward list past all sessions. */
  private Optional<AccountId> newcomer(PersonMessage cause, Change change) {
    return cause instanceof Request.AddToList add
            && change instanceof Change.ContactBecomes it
            && entered(it, FORWARD)
            && seat(add.session()).isEmpty()
        ? Optional.of(it.who().id())
        : Optional.empty();
  }

  /** Takes over lists that were changed past this person, and tells sessions what is new. */
  void adopt(Roster stored) {
    long version = stored.account().listVersion();
    boolean changed = false;
    for (Contact now : stored.contacts()) {
      Contact before = roster.contact(now.id());
      int listsBefore = before == null ? 0 : before.lists();
      if (listsBefore != now.lists()) {
        Change.ContactBecomes change =
            new Change.ContactBecomes(
                now.view().card(), listsBefore, now.lists(), now.label(), now.groups(), version);
        roster.apply(change);
        changed = true;
        if (entered(change, FORWARD) && watchingOthers) {
          around.tell(now.id(), new Notice.Watch(card(), Optional.empty()));
        }
        if (entered(change, REVERSE)) {
          deliver(new SessionEvent.AddedBy(change.who(), version));
        }
      }
    }
    if (changed) {
      deliver(new SessionEvent.BookChanged(version, Optional.empty(), Optional.empty()));
    }
  }

  private void contactBecame(PersonMessage cause, Change.ContactBecomes it) {
    AccountId who = it.who().id();
    if (entered(it, FORWARD)) {
      around.tell(who, new Notice.AddedBy(card()));
      if (watchingOthers) {
        Optional<Occasion> occasion =
            cause instanceof Request.AddToList add
                ? Optional.of(new Occasion(add.session(), OptionalLong.of(add.mark())))
                : Optional.empty();
        around.tell(who, new Notice.Watch(card(), occasion));
      }
    }
    if (left(it, FORWARD)) {
      around.tell(who, new Notice.RemovedBy(card()));
      around.tell(who, new Notice.Unwatch(id()));
      loseSightOf(roster.contact(who));
    }
    if (entered(it, REVERSE)) {
      deliver(new SessionEvent.AddedBy(it.who(), it.version()));
    }
    if (left(it, REVERSE)) {
      deliver(new SessionEvent.RemovedBy(it.who(), it.version()));
    }
    Contact contact = roster.contact(who);
    if (contact != null && Roster.isWatching(contact)) {
      show(contact, Optional.empty());
    } else if (contact != null && contact.isOn(REVERSE)) {
      inform(contact);
    }
  }

  private static boolean entered(Change.ContactBecomes it, ContactList list) {
    return (it.before() & list.bit()) == 0 && (it.after() & list.bit()) != 0;
  }

  private static boolean left(Change.ContactBecomes it, ContactList list) {
    return (it.before() & list.bit()) != 0 && (it.after() & list.bit()) == 0;
  }

  private void vanish() {
    gone = true;
    Card card = card();
    Notice.Seen away = new Notice.Seen(View.offline(card, Map.of()), Optional.empty());
    Notice.Gone notice = new Notice.Gone(card);
    for (Contact contact : roster.contacts()) {
      if (Roster.isWatching(contact)) {
        around.tell(contact.id(), away);
      }
      around.tell(contact.id(), notice);
    }
    endSessions(Ended.Why.ACCOUNT_DELETED);
  }

  private void endSessions(Ended.Why why) {
    List<Seat> all = List.copyOf(seats);
    seats.clear();
    all.forEach(this::leaveCircles);
    lingering = false;
    all.forEach(seat -> seat.link.deliver(new Ended(why)));
    appear();
    rest();
  }

  private void deliver(SessionEvent event) {
    for (Seat seat : seats) {
      seat.link.deliver(event);
    }
  }

  /** Whether any session has said how the person appears. */
  private boolean isPresent() {
    return seats.stream().anyMatch(seat -> seat.present);
  }

  /** The circles that sessions have entered; made for the few persons who need it. */
  private CircleParts circles() {
    CircleParts mine = circles;
    if (mine == null) {
      mine = new CircleParts(around, (id, event) -> seat(id).ifPresent(s -> s.link.deliver(event)));
      circles = mine;
    }
    return mine;
  }

  private void leaveCircles(Seat seat) {
    if (circles != null) {
      circles.leave(seat.link.id(), appearance);
    }
  }

  private Optional<Seat> seat(SessionId session) {
    return seats.stream().filter(seat -> seat.link.id().equals(session)).findFirst();
  }

  private Card card() {
    return roster.account().card();
  }
}
