package im.chrysalis.wire.dialect;

/** What stands at the end of a referral to a switchboard, and of an invitation. */
public enum InvitationTail {
  NOTHING,
  /** {@code U messenger.msn.com}. */
  SITE,
  /** {@code U messenger.msn.com 1}: and the switchboard may be reached directly. */
  SITE_AND_DIRECT
}
