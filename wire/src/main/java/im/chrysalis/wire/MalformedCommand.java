package im.chrysalis.wire;

/**
 * Bytes of the other side that are not what the protocol asks for. Caught once, around the loop.
 */
public final class MalformedCommand extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of fault it is, because each is answered in its own way. */
  public enum Fault {
    /** A word is missing or not of its shape. Answered with 200 where a transaction id was read. */
    SYNTAX,
    /** The transaction id is missing or no number. There is nothing to answer to: close. */
    TRANSACTION,
    /** An account name is not one. Answered with 201, on the switchboard with 208. */
    ADDRESS,
    /** A word is none of the few that the protocol allows here. Answered by closing. */
    CHOICE,
    /** A line or a payload is longer than its limit. Answered by closing, nothing is kept. */
    LIMIT,
    /**
     * The stream can't be cut into commands any further: a payload's length is missing or no
     * number, or a line holds what no line may hold. Answered by closing.
     */
    STREAM
  }

  private final Fault fault;

  public MalformedCommand(Fault fault, String why) {
    super(why, null, false, false);
    this.fault = fault;
  }

  /** What kind of fault it is. */
  public Fault fault() {
    return fault;
  }
}
