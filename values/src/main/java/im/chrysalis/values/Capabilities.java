package im.chrysalis.values;

/**
 * What a client says it can do: two sets of 32 bits. Servers relay them and never act on them.
 *
 * @param bits the first set; the highest four bits are the client's generation
 * @param extended the second set, known since MSNP16
 */
public record Capabilities(long bits, long extended) {
  /** A client that says nothing of itself. */
  public static final Capabilities NONE = new Capabilities(0, 0);

  private static final long MASK = 0xFFFF_FFFFL;

  public Capabilities {
    bits &= MASK;
    extended &= MASK;
  }

  /** The first set alone. */
  public static Capabilities of(long bits) {
    return bits == 0 ? NONE : new Capabilities(bits, 0);
  }
}
