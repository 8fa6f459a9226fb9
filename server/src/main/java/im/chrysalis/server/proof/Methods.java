package im.chrysalis.server.proof;

import im.chrysalis.wire.dialect.Dialect;
import java.util.Optional;

/** The methods by the dialects that have them. */
public record Methods(Method password, Method ticket, Method singleSignOn) {
  public Method of(Dialect dialect) {
    return switch (dialect.signIn()) {
      case MD5 -> password;
      case PASSPORT -> ticket;
      case SSO -> singleSignOn;
    };
  }

  /**
   * The method that a client names; nothing when its dialect does not have it. COMPAT JML names
   * that of MSNP15 in MSNP14 too, where real clients show a ticket alone.
   */
  public Optional<Method> named(String name, Dialect dialect) {
    boolean proves = dialect.hasAddressBook() && singleSignOn.name().equalsIgnoreCase(name);
    return Optional.of(proves ? singleSignOn : of(dialect))
        .filter(method -> method.name().equalsIgnoreCase(name));
  }
}
