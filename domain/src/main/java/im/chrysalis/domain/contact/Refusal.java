package im.chrysalis.domain.contact;

/** Why a change is not made. Each protocol says it in its own way. */
public enum Refusal {
  ALREADY_ON_LIST,
  NOT_ON_LIST,
  /**
   * Allowed people can't be blocked, nor blocked ones allowed, before they leave the other list.
   */
  ON_OPPOSITE_LIST,
  LIST_FULL,
  NO_SUCH_GROUP,
  NOT_IN_GROUP,
  TOO_MANY_GROUPS,
  GROUP_NAME_TAKEN,
  /** The group of those who are in no other is not made, renamed or removed. */
  DEFAULT_GROUP,
  /** The owner does not want to hear from the person. */
  NOT_ALLOWED,
  /** Too much waits for the owner already, or too much of one sender. */
  LETTERBOX_FULL,
  /** It is so already. */
  UNCHANGED
}
