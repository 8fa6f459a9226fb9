package im.chrysalis.server.web.passport;

import java.util.Locale;

/**
 * One token that a client asks for.
 *
 * @param number that of the request, by which clients know the answer
 * @param address for which service
 * @param policy how the client will use it; empty when it does not say
 */
record WantedToken(int number, String address, String policy) {
  private static final String RENEWAL = "http://passport.net/tb";
  private static final String SIGN_IN = "messengerclear.live.com";
  private static final String WITH_PROOF = "MBI_KEY";

  /** Whether it is the one by which others are renewed. */
  boolean isForRenewal() {
    return address.toLowerCase(Locale.ROOT).equals(RENEWAL);
  }

  /** Whether the client will have to prove that the ticket is its own. */
  boolean needsProof() {
    return address.toLowerCase(Locale.ROOT).equals(SIGN_IN) || policy.startsWith(WITH_PROOF);
  }
}
