package im.chrysalis.domain.circle;

/** Why a change of a circle is not made. Each protocol says it in its own way. */
public enum CircleRefusal {
  NO_SUCH_CIRCLE,
  NO_SUCH_ACCOUNT,
  /** Whoever asks for it is in the circle, and may not. */
  NOT_ALLOWED,
  /** Whoever asks for it, or whom it is about, is not in the circle or not invited. */
  NOT_A_MEMBER,
  /** They are in the circle already, or invited. */
  ALREADY_THERE,
  CIRCLE_FULL,
  /** Somebody is in as many circles as one may be in, or invited to as many. */
  TOO_MANY_CIRCLES,
  /** A name is blank, too long, or holds a control character. */
  BAD_NAME,
  /** The words of an invitation are too long, or hold a control character. */
  BAD_MESSAGE
}
