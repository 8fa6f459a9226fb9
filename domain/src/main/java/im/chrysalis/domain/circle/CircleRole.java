package im.chrysalis.domain.circle;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do in a circle. */
public enum CircleRole {
  /** Everything. The owner always has this role. */
  ADMIN(1),
  /** Invite, rename, and remove those who are less. */
  ASSISTANT(2),
  /** Be there. */
  MEMBER(3),
  /** Join, if they want to: nothing else may be done by somebody who is only invited. */
  PENDING_OUTBOUND(4);

  private final int code;

  CircleRole(int code) {
    this.code = code;
  }

  /** The number by which clients and the store call it. */
  public int code() {
    return code;
  }

  /** Whether somebody with this role may invite and rename. */
  public boolean isManager() {
    return this == ADMIN || this == ASSISTANT;
  }

  /** The role of a code, or nothing when it is not known. */
  public static Optional<CircleRole> ofCode(int code) {
    return Arrays.stream(values()).filter(role -> role.code == code).findFirst();
  }
}
