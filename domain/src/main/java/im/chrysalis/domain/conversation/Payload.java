package im.chrysalis.domain.conversation;

/**
 * The bytes of a message, counted by reference: whoever keeps them beyond the call that handed them
 * over holds on to them first and lets go of them afterwards.
 */
public interface Payload {
  int length();

  /** The bytes, copied: for members that can't pass them on as they are. */
  byte[] copy();
}
