package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.TrId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Those who were invited to a switchboard and are still to be waited for: until the server says
 * that it rings at theirs, and then until they come. Lives on the messenger's turn.
 */
final class Guests {
  private static final int ALREADY_THERE = 215;
  private static final Set<Integer> NOT_THERE = Set.of(216, 217);

  private final Timer timer;
  private final Runnable fewer;
  private final Map<TrId, Invitation> invitations = new HashMap<>();
  private final Map<EmailAddress, Timer.Task> ringing = new HashMap<>();

  private record Invitation(EmailAddress who, Consumer<Outcome> outcome, Timer.Task limit) {}

  /**
   * Nobody yet.
   *
   * @param fewer runs when somebody is waited for no more
   */
  Guests(Timer timer, Runnable fewer) {
    this.timer = timer;
    this.fewer = fewer;
  }

  /** Whether nobody is to be waited for. */
  boolean isEmpty() {
    return invitations.isEmpty() && ringing.isEmpty();
  }

  /** Somebody is invited; the outcome is known when it rings at theirs. */
  void invited(TrId trId, EmailAddress who, Consumer<Outcome> outcome) {
    Timer.Task limit = timer.after(Switchboard.PATIENCE, () -> giveUp(trId, who));
    invitations.put(trId, new Invitation(who, outcome, limit));
  }

  /** It rings at somebody's, who may have come already. */
  void rings(TrId trId, Set<EmailAddress> present) {
    Invitation invitation = invitations.remove(trId);
    if (invitation == null) {
      return;
    }
    boolean isThere = present.contains(invitation.who());
    if (isThere) {
      invitation.limit().cancel();
    } else {
      ringing.put(invitation.who(), invitation.limit());
    }
    invitation.outcome().accept(Outcome.done());
    if (isThere) {
      fewer.run();
    }
  }

  /** The server refused something; whether it was an invitation. */
  boolean refused(TrId trId, int code) {
    Invitation invitation = invitations.remove(trId);
    if (invitation == null) {
      return false;
    }
    invitation.limit().cancel();
    invitation.outcome().accept(refusal(invitation.who(), code));
    fewer.run();
    return true;
  }

  /** The same when nobody knows what became of it. */
  void failed(TrId trId, Failure why) {
    Invitation invitation = invitations.remove(trId);
    if (invitation != null) {
      invitation.limit().cancel();
      invitation.outcome().accept(Outcome.failed(why));
      fewer.run();
    }
  }

  /** Whether the server says that somebody can't be reached. */
  static boolean isNotThere(Outcome outcome) {
    return outcome instanceof Outcome.Failed(Failure.Refused(int code)) && NOT_THERE.contains(code);
  }

  private static Outcome refusal(EmailAddress who, int code) {
    if (code == ALREADY_THERE) {
      return Outcome.done();
    }
    return Outcome.failed(
        NOT_THERE.contains(code) ? new Failure.RecipientOffline(who) : new Failure.Refused(code));
  }

  /** Somebody is there, whether they are told to be waited for or not. */
  void came(EmailAddress who) {
    Timer.Task limit = ringing.remove(who);
    if (limit != null) {
      limit.cancel();
    }
  }

  /** Nobody came, or the server did not even say whether it rings. */
  private void giveUp(TrId trId, EmailAddress who) {
    Invitation unanswered = invitations.remove(trId);
    if (unanswered != null) {
      unanswered.outcome().accept(Outcome.failed(new Failure.NoAnswer(Switchboard.PATIENCE)));
    }
    ringing.remove(who);
    fewer.run();
  }

  /** Nobody can come any more. */
  void failAll(Failure why) {
    ringing.values().forEach(Timer.Task::cancel);
    ringing.clear();
    List<Invitation> unanswered = List.copyOf(invitations.values());
    invitations.clear();
    for (Invitation invitation : unanswered) {
      invitation.limit().cancel();
      invitation.outcome().accept(Outcome.failed(why));
    }
  }
}
