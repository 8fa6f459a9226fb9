package im.chrysalis.domain.circle;

import static im.chrysalis.domain.circle.CircleRefusal.ALREADY_THERE;
import static im.chrysalis.domain.circle.CircleRefusal.BAD_MESSAGE;
import static im.chrysalis.domain.circle.CircleRefusal.BAD_NAME;
import static im.chrysalis.domain.circle.CircleRefusal.CIRCLE_FULL;
import static im.chrysalis.domain.circle.CircleRefusal.NOT_ALLOWED;
import static im.chrysalis.domain.circle.CircleRefusal.NOT_A_MEMBER;
import static im.chrysalis.domain.circle.CircleRefusal.TOO_MANY_CIRCLES;

import im.chrysalis.domain.circle.CircleOutcome.Done;
import im.chrysalis.domain.circle.CircleOutcome.Refused;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A circle as it is at one moment, and the rules by which it changes. Nothing here is stored or
 * told to anybody: {@link Circles} does that with what is decided here.
 *
 * @param name 1 to {@value #MAX_NAME} characters
 * @param owner one of its members, always an admin; whoever founded it, or came after them
 * @param changed later with every change, whatever the clock says
 * @param members in the order of account numbers; none when it is no more
 */
public record Circle(
    CircleId id,
    String name,
    AccountId owner,
    Instant created,
    Instant changed,
    List<CircleMember> members) {
  /** The longest name, in characters: that of a group of contacts, which clients know to refuse. */
  public static final int MAX_NAME = 61;

  /**
   * How many may be in it or invited. As many as Messenger's own service let in, since everybody is
   * told of everybody else's status.
   */
  public static final int MAX_MEMBERS = 20;

  /** How many circles one may be in. Clients read the book of each at every sign-in. */
  public static final int MAX_CIRCLES = 20;

  /** How many invitations of one person may wait for an answer. */
  public static final int MAX_INVITATIONS = 20;

  /** Who follows an owner who leaves: the highest role, then whoever is there longest. */
  private static final Comparator<CircleMember> SUCCESSION =
      Comparator.comparing(CircleMember::role)
          .thenComparing(CircleMember::since)
          .thenComparing(it -> it.who().id());

  public Circle {
    members = members.stream().sorted(Comparator.comparing(it -> it.who().id())).toList();
  }

  /** A new circle, whose founder is its owner and only member. */
  public static CircleOutcome founded(CircleId id, String name, Newcomer founder, Instant now) {
    if (!isName(name)) {
      return new Refused(BAD_NAME);
    }
    if (founder.circles() >= MAX_CIRCLES) {
      return new Refused(TOO_MANY_CIRCLES);
    }
    CircleMember first = CircleMember.founder(founder.who(), now);
    return new Done(new Circle(id, name, founder.who().id(), now, now, List.of(first)));
  }

  /** Admins and assistants invite. */
  public CircleOutcome invite(AccountId by, Newcomer whom, String message, Instant now) {
    Optional<CircleMember> inviter = present(by);
    if (inviter.isEmpty()) {
      return new Refused(NOT_A_MEMBER);
    }
    if (!inviter.get().role().isManager()) {
      return new Refused(NOT_ALLOWED);
    }
    if (member(whom.who().id()).isPresent()) {
      return new Refused(ALREADY_THERE);
    }
    if (message.length() > CircleMember.MAX_MESSAGE
        || message.chars().anyMatch(Circle::isUnfitForMessage)) {
      return new Refused(BAD_MESSAGE);
    }
    if (members.size() >= MAX_MEMBERS) {
      return new Refused(CIRCLE_FULL);
    }
    if (whom.invitations() >= MAX_INVITATIONS) {
      return new Refused(TOO_MANY_CIRCLES);
    }
    return done(
        with(CircleMember.invited(whom.who(), inviter.get().who(), message, now)), owner, now);
  }

  /** Whoever is invited joins or declines. */
  public CircleOutcome answer(Newcomer who, boolean accept, Instant now) {
    Optional<CircleMember> invited = member(who.who().id()).filter(it -> !it.isIn());
    if (invited.isEmpty()) {
      return new Refused(member(who.who().id()).isPresent() ? ALREADY_THERE : NOT_A_MEMBER);
    }
    if (!accept) {
      return done(without(who.who().id()), owner, now);
    }
    return who.circles() >= MAX_CIRCLES
        ? new Refused(TOO_MANY_CIRCLES)
        : done(with(invited.get().joined(now)), owner, now);
  }

  /**
   * Everybody may leave, and whoever is invited may decline. When the owner leaves, the member with
   * the highest role who has been there longest becomes the owner, since clients have no way to
   * hand a circle over; when nobody is left in it, it is no more.
   */
  public CircleOutcome leave(AccountId who, Instant now) {
    if (member(who).isEmpty()) {
      return new Refused(NOT_A_MEMBER);
    }
    List<CircleMember> left = without(who);
    if (!who.equals(owner)) {
      return done(left, owner, now);
    }
    Optional<CircleMember> heir = left.stream().filter(CircleMember::isIn).min(SUCCESSION);
    return heir.isEmpty()
        ? done(List.of(), owner, now)
        : done(
            replaced(left, heir.get().as(CircleRole.ADMIN)).toList(), heir.get().who().id(), now);
  }

  /** Admins remove everybody but the owner, assistants those who are less, all themselves. */
  public CircleOutcome remove(AccountId by, AccountId whom, Instant now) {
    if (by.equals(whom)) {
      return leave(by, now);
    }
    Optional<CircleMember> remover = present(by);
    Optional<CircleMember> removed = member(whom);
    if (remover.isEmpty() || removed.isEmpty()) {
      return new Refused(NOT_A_MEMBER);
    }
    CircleRole role = remover.get().role();
    boolean isAllowed =
        role == CircleRole.ADMIN
            ? !whom.equals(owner)
            : role == CircleRole.ASSISTANT && !removed.get().role().isManager();
    return isAllowed ? done(without(whom), owner, now) : new Refused(NOT_ALLOWED);
  }

  /** Admins give roles to everybody who is in it but the owner. */
  public CircleOutcome setRole(AccountId by, AccountId whom, CircleRole role, Instant now) {
    Optional<CircleMember> admin = present(by);
    Optional<CircleMember> changed = present(whom);
    if (admin.isEmpty() || changed.isEmpty()) {
      return new Refused(NOT_A_MEMBER);
    }
    if (admin.get().role() != CircleRole.ADMIN
        || whom.equals(owner)
        || role == CircleRole.PENDING_OUTBOUND) {
      return new Refused(NOT_ALLOWED);
    }
    return done(with(changed.get().as(role)), owner, now);
  }

  /** Admins and assistants rename. */
  public CircleOutcome rename(AccountId by, String other, Instant now) {
    Optional<CircleMember> manager = present(by);
    if (manager.isEmpty()) {
      return new Refused(NOT_A_MEMBER);
    }
    if (!manager.get().role().isManager()) {
      return new Refused(NOT_ALLOWED);
    }
    if (!isName(other)) {
      return new Refused(BAD_NAME);
    }
    return new Done(
        other.equals(name) ? this : new Circle(id, other, owner, created, after(now), members));
  }

  /** Somebody who is in it blocks it, or does so no longer. */
  public CircleOutcome block(AccountId who, boolean blocked, Instant now) {
    Optional<CircleMember> member = present(who);
    return member.isEmpty()
        ? new Refused(NOT_A_MEMBER)
        : done(with(member.get().blocking(blocked)), owner, now);
  }

  /** Somebody who is in it or invited. */
  public Optional<CircleMember> member(AccountId who) {
    return members.stream().filter(it -> it.who().id().equals(who)).findFirst();
  }

  /** Somebody who is in it, and not only invited. */
  public Optional<CircleMember> present(AccountId who) {
    return member(who).filter(CircleMember::isIn);
  }

  /** Who is in it and wants to hear of it. */
  public Set<AccountId> attending() {
    return members.stream()
        .filter(it -> it.isIn() && !it.blocked())
        .map(it -> it.who().id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How somebody stands to it; {@link CircleState#NONE} for all who are not among the members. */
  public CircleState stateOf(AccountId who) {
    return member(who).map(CircleMember::state).orElse(CircleState.NONE);
  }

  /** Whether it is no more. */
  public boolean isEnded() {
    return members.isEmpty();
  }

  /** The same before anybody was in it. */
  public Circle withoutMembers() {
    return new Circle(id, name, owner, created, changed, List.of());
  }

  /** Whether a circle may be called so. */
  public static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= MAX_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isUnfitForMessage(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }

  /** What is so already is no change. */
  private Done done(List<CircleMember> others, AccountId next, Instant now) {
    Circle same = new Circle(id, name, next, created, changed, others);
    return new Done(
        same.equals(this) ? this : new Circle(id, name, next, created, after(now), others));
  }

  private Instant after(Instant now) {
    Instant soonest = changed.plusMillis(1);
    return now.isBefore(soonest) ? soonest : now;
  }

  private List<CircleMember> with(CircleMember member) {
    return Stream.concat(
            members.stream().filter(it -> !it.who().id().equals(member.who().id())),
            Stream.of(member))
        .toList();
  }

  private List<CircleMember> without(AccountId who) {
    return members.stream().filter(it -> !it.who().id().equals(who)).toList();
  }

  private static Stream<CircleMember> replaced(List<CircleMember> all, CircleMember by) {
    return all.stream().map(it -> it.who().equals(by.who()) ? by : it);
  }
}
