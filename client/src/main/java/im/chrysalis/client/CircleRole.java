package im.chrysalis.client;

/** What somebody may do in a circle. */
public enum CircleRole {
  /** Everything. */
  ADMIN,
  /** Invite, rename, and remove members. */
  ASSISTANT,
  /** Be there. */
  MEMBER,
  /** Come, or decline: they are invited. */
  INVITED
}
