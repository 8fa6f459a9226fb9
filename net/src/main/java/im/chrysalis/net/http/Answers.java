package im.chrysalis.net.http;

/** Short answers that say no more than their status. */
final class Answers {
  private Answers() {}

  static HttpResponse plain(int status, String reason) {
    return HttpResponse.of(status, reason)
        .with("Content-Type", "text/plain; charset=utf-8")
        .body(status + " " + reason + "\n");
  }
}
