package im.chrysalis.server.web;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import java.util.Optional;

/** Tickets in cookies, as clients before MSNP15 present them. */
public final class Cookies {
  private static final String TICKET = "MSPAuth=";

  private Cookies() {}

  /** The ticket, or nothing when there is no such cookie. */
  public static Optional<String> ticket(HttpRequest request) {
    for (HttpField field : request.fields()) {
      if (field.name().equalsIgnoreCase("Cookie")) {
        for (String cookie : field.value().split(";", -1)) {
          String stripped = cookie.strip();
          if (stripped.startsWith(TICKET) && stripped.length() > TICKET.length()) {
            return Optional.of(stripped.substring(TICKET.length()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
