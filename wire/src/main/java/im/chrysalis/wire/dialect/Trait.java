package im.chrysalis.wire.dialect;

/** A thing that a version of MSNP has or lacks. */
public enum Trait {
  /** The profile message carries the Passport's fields, not the sign-in time alone. */
  PASSPORT_PROFILE,
  /** A television set may switch invitations off and on (IMS). */
  INVITATION_SWITCH,
  /** A page's address comes with the Passport site's id (URL). */
  SITE_ID,
  /** Replies about lists carry the list's version. */
  LIST_VERSIONS,
  /** Lists may be asked for one by one (LST). */
  LIST_REQUESTS,
  /** People have telephone numbers (PRP, BPR). */
  PHONES,
  /** The server may ask a client to prove that it is one (CHL, QRY). */
  CHALLENGE,
  /** A sign-in says whether the address is verified. */
  VERIFIED,
  /** People can be searched for (FND). */
  DIRECTORY,
  /** An invitation by mail names the language and the client program (SND). */
  INVITATION_LANGUAGE,
  /** A client names the code base that it is built from (CVR, SND). */
  CODE_BASE,
  /** An invitation by mail may carry words of one's own (SDC). */
  INVITATION_TEXT,
  /** Pages are sent to mobiles (PAG). */
  PAGES,
  /** The server may pass on alerts and incoming pages (NOT, IPG). */
  ALERTS,
  /** Presence carries what the client can do. */
  CAPABILITIES,
  /** Presence carries the display picture. */
  PICTURES,
  /** The answer to a ping names the time to the next one. */
  PING_SECONDS
}
