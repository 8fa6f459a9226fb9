package im.chrysalis.app.config;

import static im.chrysalis.app.config.Role.DISPATCH;
import static im.chrysalis.app.config.Role.NOTIFICATION;
import static im.chrysalis.app.config.Role.SWITCHBOARD;

import java.util.Optional;
import java.util.Set;

/**
 * Which roles a process may do without. Among others, any: what it lacks is theirs. Alone it must
 * have all that the rest of it leads to, since nothing joins it to another process.
 */
final class RoleRules {
  private RoleRules() {}

  /** Why the roles don't do; nothing when they do. */
  static Optional<String> problem(Set<Role> roles, Neighbours neighbours) {
    boolean onlyRefers = roles.equals(Set.of(DISPATCH));
    if (!neighbours.isAlone() || onlyRefers) {
      return Optional.empty();
    }
    if (!roles.contains(NOTIFICATION)) {
      return Optional.of(
          "roles leaves out \"notification\", so nobody is signed in here: that needs cluster.seeds,"
              + " by which this process knows where people are");
    }
    return roles.contains(SWITCHBOARD)
        ? Optional.empty()
        : Optional.of(
            "roles leaves out \"switchboard\", so nobody could talk: that needs cluster.seeds, by"
                + " which this process knows where a switchboard is");
  }
}
