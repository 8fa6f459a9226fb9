package im.chrysalis.domain.circle;

/**
 * How somebody stands to a circle. Only those who are in it or invited are kept, so a member waits
 * or has accepted; the others are for saying what became of somebody.
 */
public enum CircleState {
  /** Has nothing to do with it. */
  NONE(0),
  /** Is invited and has not answered. */
  WAITING(1),
  /** Was in it, and left or was removed. */
  LEFT(2),
  /** Is in it. */
  ACCEPTED(3),
  /** Was invited and declined. */
  REJECTED(4);

  private final int code;

  CircleState(int code) {
    this.code = code;
  }

  /** The number by which clients call it. */
  public int code() {
    return code;
  }
}
