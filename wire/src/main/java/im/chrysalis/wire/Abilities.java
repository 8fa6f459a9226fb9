package im.chrysalis.wire;

import im.chrysalis.values.Capabilities;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.Optional;

/**
 * What a client can do, as a word: {@code 268435492}, and since MSNP16 {@code 2789003324:48}.
 *
 * @see <a href="../../../../../../../docs/protocol/presence.md">docs/protocol/presence.md</a>
 */
public final class Abilities {
  private Abilities() {}

  /** Either form, whatever the dialect; nothing for a word that is neither. */
  public static Optional<Capabilities> parse(String word) {
    int colon = word.indexOf(':');
    String first = colon < 0 ? word : word.substring(0, colon);
    String second = colon < 0 ? "0" : word.substring(colon + 1);
    return TrId.matches(first) && TrId.matches(second)
        ? Optional.of(new Capabilities(Long.parseLong(first), Long.parseLong(second)))
        : Optional.empty();
  }

  /** The dialect's form. */
  public static String text(Capabilities capabilities, Dialect dialect) {
    return dialect.has(Trait.ENDPOINTS) ? text(capabilities) : Long.toString(capabilities.bits());
  }

  /** Both parts. */
  public static String text(Capabilities capabilities) {
    return capabilities.bits() + ":" + capabilities.extended();
  }
}
