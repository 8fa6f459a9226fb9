package im.chrysalis.server.proof;

import im.chrysalis.wire.dialect.Dialect;
import java.util.Optional;
import java.util.stream.Stream;

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
    return Stream.of(of(dialect), dialect.hasAddressBook() ? singleSignOn : of(dialect))
        .filter(method -> method.name().equalsIgnoreCase(name))
        .findFirst();
  }
}
