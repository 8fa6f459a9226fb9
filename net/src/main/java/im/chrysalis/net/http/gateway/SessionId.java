package im.chrysalis.net.http.gateway;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * {@code 5f0c….17}: which session, and which answer of it the client has seen last. COMPAT Miranda
 * has room for 39 characters; COMPAT Pidgin looks for the dot.
 *
 * @param session 32 hex digits that nobody can guess
 * @param answer counts the answers from 0 to 999999 and begins anew
 */
record SessionId(String session, int answer) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;
  private static final int ANSWERS = 1_000_000;
  private static final int MOST_DIGITS = 6;

  /** How many answers a client may not have read yet when it speaks. */
  private static final int UNREAD = 8;

  /** Of a session that begins. */
  static SessionId fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionId(HexFormat.of().formatHex(bytes), 0);
  }

  static Optional<SessionId> parse(String text) {
    int dot = text.indexOf('.');
    int digits = text.length() - dot - 1;
    if (dot != 2 * BYTES || digits < 1 || digits > MOST_DIGITS) {
      return Optional.empty();
    }
    int answer = 0;
    for (int i = dot + 1; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return Optional.empty();
      }
      answer = answer * 10 + digit - '0';
    }
    return Optional.of(new SessionId(text.substring(0, dot), answer));
  }

  /** The same session, an answer later. */
  SessionId next() {
    return new SessionId(session, (answer + 1) % ANSWERS);
  }

  /** Whether this is what the client knew shortly before it knew the other. */
  boolean isShortlyBefore(SessionId other) {
    int answers = Math.floorMod(other.answer - answer, ANSWERS);
    return session.equals(other.session) && answers > 0 && answers <= UNREAD;
  }

  @Override
  public String toString() {
    return session + '.' + answer;
  }
}
