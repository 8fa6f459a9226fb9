package im.chrysalis.server.web.book;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.server.web.Cookies;
import im.chrysalis.server.web.soap.Envelope;
import java.util.Optional;

/**
 * Where a client puts its ticket: in the envelope, or, COMPAT WLM 8.0 and the dialects before
 * MSNP15, in a cookie.
 */
final class PresentedTicket {
  private PresentedTicket() {}

  static Optional<String> in(HttpRequest request, Envelope envelope) {
    return envelope
        .header()
        .textAt("ABAuthHeader", "TicketToken")
        .or(() -> Cookies.ticket(request));
  }
}
