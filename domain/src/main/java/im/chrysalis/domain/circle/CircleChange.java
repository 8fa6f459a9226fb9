package im.chrysalis.domain.circle;

import im.chrysalis.values.AccountId;
import im.chrysalis.values.CircleId;
import java.util.Set;
import java.util.TreeSet;

/**
 * A change of a circle that is stored, for those who are told of it.
 *
 * @param before the same circle without members when it has just been founded
 * @param after without members when it is no more
 */
public record CircleChange(Circle before, Circle after) {
  public CircleId id() {
    return after.id();
  }

  /** Everybody who was or is in it or invited to it. */
  public Set<AccountId> concerned() {
    Set<AccountId> all = new TreeSet<>();
    before.members().forEach(it -> all.add(it.who().id()));
    after.members().forEach(it -> all.add(it.who().id()));
    return all;
  }
}
