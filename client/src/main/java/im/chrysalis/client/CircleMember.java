package im.chrysalis.client;

import im.chrysalis.values.EmailAddress;

/**
 * Somebody in a circle, or invited to it, at one moment.
 *
 * @param name what they call themselves
 * @param look how they appear in it; offline for those who are hidden, away or only invited
 */
public record CircleMember(EmailAddress address, String name, CircleRole role, Look look) {
  /** Whether they are there. */
  public boolean isOnline() {
    return look.status().isSeen();
  }

  CircleMember appearing(String now, Look other) {
    return new CircleMember(address, now, role, other);
  }
}
