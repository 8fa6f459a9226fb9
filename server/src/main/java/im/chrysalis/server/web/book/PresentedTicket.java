package im.chrysalis.server.web.book;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.server.web.soap.Envelope;
import java.util.Optional;

/**
 * Where a client puts its ticket: in the envelope, or, COMPAT WLM 8.0 and the dialects before
 * MSNP15, in a cookie.
 */
final class PresentedTicket {
  private static final String COOKIE = "MSPAuth=";

  private PresentedTicket() {}

  static Optional<String> in(HttpRequest request, Envelope envelope) {
    return envelope.header().textAt("ABAuthHeader", "TicketToken").or(() -> cookie(request));
  }

  private static Optional<String> cookie(HttpRequest request) {
    for (HttpField field : request.fields()) {
      if (field.name().equalsIgnoreCase("Cookie")) {
        for (String cookie : field.value().split(";", -1)) {
          String stripped = cookie.strip();
          if (stripped.startsWith(COOKIE) && stripped.length() > COOKIE.length()) {
            return Optional.of(stripped.substring(COOKIE.length()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
