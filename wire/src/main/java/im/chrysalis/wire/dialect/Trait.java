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
  /** Among the lists, a contact's telephone numbers follow the contact without naming them. */
  PROPERTIES_OF_LAST_CONTACT,
  /** Somebody with a client of their own on the phone is paged by number or address (PGD). */
  PAGES_BY_NUMBER,
  /** Presence carries the display picture. */
  PICTURES,
  /** A message may be part of a file (the letter D), and may be larger. */
  DATA_MESSAGES,
  /** The answer to a ping names the time to the next one. */
  PING_SECONDS,
  /** One's own name is a property (PRP MFN), and a contact's is set by the contact's id (SBP). */
  OWN_NAME,
  /** A client asks for what it must not send (GCF Shields.xml). */
  SHIELDS,
  /** Who added somebody waits on a list of its own until they decide (PL). */
  PENDING_LIST,
  /** People tell more than their status: a personal message, what they listen to (UUX, UBX). */
  PERSONAL_MESSAGE,
  /** The answer to a challenge is made in the later way. */
  LATER_CHALLENGE,
  /** Waiting letters are listed as XML, and not counted. */
  MAIL_DATA,
  /** In a conversation, people come with what their clients can do. */
  MEMBER_CAPABILITIES,
  /** Lists tell which network somebody belongs to. */
  LISTED_NETWORKS,
  /**
   * What somebody allows by default is said at each sign-in, so saying it again is no fault (BLP).
   */
  REPEATED_PRIVACY,
  /** A hidden client may start conversations. */
  TALKS_WHILE_HIDDEN,
  /** The server tells a client what it must not send before it signs in (GCF 0). */
  POLICIES,
  /** Messages may go through the notification server (UUN, UBN). */
  NOTES,
  /** People of other networks may be asked for and written to (FQY, UUM, UBM). */
  FEDERATION,
  /** A person may be signed in at several places, and what a client can do has two parts. */
  ENDPOINTS,
  /**
   * There are circles: groups of people that are contacts themselves. What goes to them says itself
   * where it goes (PUT, NFY, DEL, SDG).
   */
  CIRCLES,
  /**
   * Presence and talk go as documents through the notification server (PUT, NFY, DEL, SDG); there
   * is no switchboard.
   */
  ROUTED
}
