package im.chrysalis.client;

import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.SignIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The network's services on the web: tickets, which dialects since MSNP8 want in place of a
 * password; the address book, which has the lists since MSNP13; and offline messages.
 *
 * @param address where they are; without it, the server's host at ports 443 and 8443
 * @param authorities a file of certificates, as PEM or one as DER, of those whose word is believed;
 *     without it, those whom Java believes
 * @param tickets who gives tickets, if not the services on the web
 */
public record WebServices(
    Optional<ServerAddress> address, Optional<Path> authorities, Optional<TicketSource> tickets) {
  /** Nothing is known of them. */
  public static final WebServices UNKNOWN =
      new WebServices(Optional.empty(), Optional.empty(), Optional.empty());

  private static final List<Integer> USUAL_PORTS = List.of(443, 8443);

  /** Whether a dialect signs in with a ticket. */
  static boolean areNeededFor(Dialect dialect) {
    return dialect.signIn() != SignIn.MD5;
  }

  WebServices at(ServerAddress other) {
    return new WebServices(Optional.of(other), authorities, tickets);
  }

  WebServices trusting(Path file) {
    return new WebServices(address, Optional.of(file), tickets);
  }

  WebServices tickets(TicketSource source) {
    return new WebServices(address, authorities, Optional.of(source));
  }

  /** The services of a server as they will be reached. */
  Web reachedFrom(ServerAddress server) {
    return new Web(
        address
            .map(List::of)
            .orElseGet(() ->
                USUAL_PORTS.stream().map(port -> new ServerAddress(server.host(), port)).toList()),
        authorities);
  }

  /** Who gives tickets. */
  TicketSource ticketsOf(Web web) {
    return tickets.orElseGet(() -> new WebTickets(web));
  }
}
