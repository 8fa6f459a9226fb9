package im.chrysalis.server.web.passport;

import im.chrysalis.wire.EncodedText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials of Passport 1.4, as they stand in the field {@code Authorization}:
 *
 * <pre>
 *   Passport1.4 OrgVerb=GET,OrgURL=http%3A%2F%2Fmessenger%2Emsn%2Ecom,sign-in=anna%40example.com,pwd=p%2C1,ct=1…
 * </pre>
 *
 * <p>Everything but address and password is passed over: the time of the client because old
 * machines have flat batteries, the rest because it only repeats what the server said.
 */
record PassportHeader(String signIn, String password) {
  private static final String SCHEME = "Passport1.4 ";

  /** Reads the field; nothing when it is of another scheme, or without address or password. */
  static Optional<PassportHeader> read(String field) {
    if (!field.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (String piece : field.substring(SCHEME.length()).split(",")) {
      int equals = piece.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(plain(piece.substring(0, equals)).strip(), piece.substring(equals + 1));
      }
    }
    String signIn = values.get("sign-in");
    String password = values.get("pwd");
    return signIn == null || password == null
        ? Optional.empty()
        : Optional.of(new PassportHeader(plain(signIn), plain(password)));
  }

  private static String plain(String escaped) {
    return EncodedText.raw(escaped).text();
  }

  @Override
  public String toString() {
    return "PassportHeader[" + signIn + "]";
  }
}
