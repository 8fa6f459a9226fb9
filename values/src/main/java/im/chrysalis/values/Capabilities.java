package im.chrysalis.values;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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

  /** The abilities of a client that does not say which generation it is of. */
  public static Capabilities of(Collection<Ability> abilities) {
    return of(abilities.stream().mapToLong(Ability::bit).reduce(0, (a, b) -> a | b));
  }

  /** The abilities in the first set; bits that mean nothing known are left out. */
  public Set<Ability> abilities() {
    Set<Ability> abilities = EnumSet.noneOf(Ability.class);
    for (Ability ability : Ability.values()) {
      if ((bits & ability.bit()) != 0) {
        abilities.add(ability);
      }
    }
    return Collections.unmodifiableSet(abilities);
  }
}
