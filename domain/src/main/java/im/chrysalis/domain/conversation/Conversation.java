package im.chrysalis.domain.conversation;

import im.chrysalis.values.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A talk: who takes part and who was invited. Belongs to one thread, so that its order needs no
 * lock. One account may take part more than once; the two are not merged.
 *
 * @see <a
 *     href="../../../../../../../../docs/protocol/conversation.md">docs/protocol/conversation.md</a>
 */
public final class Conversation {
  /** How long somebody counts as ringing who does not answer. */
  public static final Duration RING = Duration.ofMinutes(2);

  /** How many may take part. */
  public static final int MAX_MEMBERS = 100;

  private final ConversationId id;
  private final List<Member> members = new ArrayList<>(2);
  private final Map<AccountId, Instant> ringing = new HashMap<>(2);
  private final List<Member> congested = new ArrayList<>(0);
  private final List<Member> paused = new ArrayList<>(0);

  public Conversation(ConversationId id) {
    this.id = id;
  }

  public ConversationId id() {
    return id;
  }

  /** In the order in which they came. */
  public List<Member> members() {
    return members;
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  public boolean isFull() {
    return members.size() + ringing.size() >= MAX_MEMBERS;
  }

  public boolean has(AccountId account) {
    for (Member member : members) {
      if (member.card().id().equals(account)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the account was invited a short while ago and has not come yet. */
  public boolean isRinging(AccountId account, Instant now) {
    ringing.values().removeIf(until -> !until.isAfter(now));
    return ringing.containsKey(account);
  }

  /** Whether anybody was invited a short while ago and has not come yet. */
  public boolean isAnybodyRinging(Instant now) {
    ringing.values().removeIf(until -> !until.isAfter(now));
    return !ringing.isEmpty();
  }

  /** Notes that the account's clients ring. */
  public void rings(AccountId account, Instant now) {
    ringing.put(account, now.plus(RING));
  }

  /** Notes that the account's clients do not ring after all. */
  public void doesNotRing(AccountId account) {
    ringing.remove(account);
  }

  /** Somebody comes; all others are told. */
  public void join(Member newcomer) {
    ringing.remove(newcomer.card().id());
    for (Member member : members) {
      member.joined(newcomer);
    }
    members.add(newcomer);
  }

  /** Somebody leaves; all others are told. */
  public void leave(Member leaver, boolean idle) {
    if (!members.remove(leaver)) {
      return;
    }
    paused.remove(leaver);
    relieved(leaver);
    for (Member member : members) {
      member.left(leaver, idle);
    }
  }

  /**
   * Hands a message to everybody but its sender.
   *
   * @return whether there was anybody, and all of them took it
   */
  public boolean relay(Message message) {
    Member sender = message.sender();
    boolean talk = members.size() == 2;
    boolean taken = members.size() > 1;
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (!member.equals(sender)) {
        taken &= member.deliver(message);
        if ((talk || message.isBulk()) && member.isCongested()) {
          hold(sender, member);
        }
      }
    }
    return taken;
  }

  private void hold(Member sender, Member slow) {
    if (!congested.contains(slow)) {
      congested.add(slow);
    }
    if (!paused.contains(sender)) {
      paused.add(sender);
      sender.pause();
    }
  }

  /** A member has caught up; those who waited go on once nobody is behind. */
  public void relieved(Member member) {
    congested.remove(member);
    if (congested.isEmpty() && !paused.isEmpty()) {
      List<Member> waiting = List.copyOf(paused);
      paused.clear();
      waiting.forEach(Member::resume);
    }
  }
}
