package im.chrysalis.net.http;

/** A request is not taken: malformed, or over a limit. The connection ends with the answer. */
final class HttpRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String reason;

  HttpRefusal(int status, String reason) {
    super(status + " " + reason, null, false, false);
    this.status = status;
    this.reason = reason;
  }

  static HttpRefusal malformed() {
    return new HttpRefusal(400, "Bad Request");
  }

  static HttpRefusal headTooLong() {
    return new HttpRefusal(431, "Request Header Fields Too Large");
  }

  static HttpRefusal bodyTooLong() {
    return new HttpRefusal(413, "Request Entity Too Large");
  }

  HttpResponse response() {
    return Answers.plain(status, reason);
  }
}
