package im.chrysalis.wire.dialect;

/** What stands behind the address when a client is sent to its notification server. */
public enum ReferralTail {
  NOTHING,
  /** {@code 0}. */
  ZERO,
  /** {@code 0} and the address of the server that refers. */
  CURRENT_SERVER,
  /** {@code U D}. */
  LETTERS,
  /** {@code U D} and how often the client was sent on. */
  LETTERS_AND_HOPS
}
