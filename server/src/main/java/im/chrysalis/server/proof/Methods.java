package im.chrysalis.server.proof;

import im.chrysalis.wire.dialect.Dialect;

/** The methods by the dialects that have them. */
public record Methods(Method password, Method ticket, Method singleSignOn) {
  public Method of(Dialect dialect) {
    return switch (dialect.signIn()) {
      case MD5 -> password;
      case PASSPORT -> ticket;
      case SSO -> singleSignOn;
    };
  }
}
