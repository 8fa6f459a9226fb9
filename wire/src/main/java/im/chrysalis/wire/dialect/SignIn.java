package im.chrysalis.wire.dialect;

/** How a client proves who signs in. */
public enum SignIn {
  /** MD5 of a challenge and the password. */
  MD5,
  /** A ticket of the Passport service ("Tweener"). */
  PASSPORT,
  /** A ticket and a proof of its secret (single sign-on). */
  SSO
}
