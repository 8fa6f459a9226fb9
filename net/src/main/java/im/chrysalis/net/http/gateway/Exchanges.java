package im.chrysalis.net.http.gateway;

import im.chrysalis.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one session in their order. At most one is held; the last answer is kept until
 * the next request shows that it has arrived.
 */
final class Exchanges {
  private SessionId id;
  private @Nullable Exchange held;
  private @Nullable Exchange last;
  private @Nullable HttpResponse lastAnswer;

  /** Beginning with an id that nobody has seen. */
  Exchanges(SessionId id) {
    this.id = id;
  }

  /** What a request turned out to be. */
  enum Arrival {
    /** Something new; it is held. */
    NEW,
    /** The one that was held, once more; it is held instead, and what it says is known. */
    AGAIN,
    /** The last one, once more; it has got the same answer. */
    REPEATED,
    /** It knows too old an answer, and is refused. */
    STALE
  }

  /** Takes the request that opens the session. */
  void takeFirst(Exchange first) {
    id = id.next();
    held = first;
  }

  /**
   * Takes a request. COMPAT BitlBee speaks while its poll is held, and again before it has read the
   * answers; any client asks again when the way to its answer broke. The one that was held then
   * gives way, and both answers bear the same id, so it doesn't matter which of them the client
   * sees last.
   */
  Arrival take(SessionId asked, Exchange next) {
    if (!asked.equals(id) && !asked.isShortlyBefore(id)) {
      next.refuse();
      return Arrival.STALE;
    }
    Exchange before = held;
    if (before != null) {
      before.giveWay(id);
      held = next;
      return next.repeats(before) ? Arrival.AGAIN : Arrival.NEW;
    }
    if (last != null && lastAnswer != null && next.repeats(last)) {
      next.answerAgain(lastAnswer);
      return Arrival.REPEATED;
    }
    forget();
    takeFirst(next);
    return Arrival.NEW;
  }

  @Nullable Exchange held() {
    return held;
  }

  /** Answers what is held, if anything. */
  void answer(byte[] output) {
    Exchange answered = held;
    if (answered != null) {
      held = null;
      last = answered;
      lastAnswer = answered.answer(id, output);
    }
  }

  /** Answers what is held, if anything, for the last time. */
  void answerLast(byte[] output) {
    forget();
    Exchange answered = held;
    if (answered != null) {
      held = null;
      answered.answerLast(id, output);
    }
  }

  private void forget() {
    last = null;
    lastAnswer = null;
  }
}
