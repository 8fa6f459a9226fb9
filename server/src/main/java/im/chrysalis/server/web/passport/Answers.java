package im.chrysalis.server.web.passport;

import im.chrysalis.net.http.HttpResponse;

/** Answers that say the same wherever they are given. */
final class Answers {
  /** Too many passwords are being looked at. */
  static final HttpResponse BUSY = HttpResponse.of(503, "Service Unavailable");

  static final HttpResponse NOT_FOUND = HttpResponse.of(404, "Not Found");

  private Answers() {}
}
