package im.chrysalis.testkit;

/** A choice of the operator that some transcripts need made other than the default. */
public enum Setting {
  /** {@code challenge.strict}: clients are challenged, and a wrong answer ends their session. */
  STRICT_CHALLENGES,
  /** People may invite friends who have no account by mail. */
  INVITATIONS
}
