package im.chrysalis.wire.dialect;

/** How groups of contacts are called. */
public enum Groups {
  NONE,
  /** By small numbers; 0 is the group of those who are in no other. */
  NUMBERED,
  /** By GUIDs; who is in no group is in none. */
  GUIDS
}
