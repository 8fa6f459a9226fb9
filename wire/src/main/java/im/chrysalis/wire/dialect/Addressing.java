package im.chrysalis.wire.dialect;

/** How presence calls somebody. */
public enum Addressing {
  /** {@code ben@example.com}. */
  PLAIN,
  /** {@code ben@example.com 1}: with the number of the network. */
  NETWORK_BEHIND,
  /** {@code 1:ben@example.com}. */
  NETWORK_BEFORE
}
