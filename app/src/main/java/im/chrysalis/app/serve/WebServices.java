package im.chrysalis.app.serve;

import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.Routes;
import im.chrysalis.server.session.Backbone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What the http and https ports answer. Every service of old clients is mounted here, and only
 * here.
 *
 * @param backbone what services stand on, like the other servers
 * @param workers where a service may block
 */
record WebServices(Backbone backbone, Executor workers) {
  private static final String INDEX =
      """
      <!DOCTYPE html>
      <html lang="en"><head><title>Chrysalis</title></head>
      <body><h1>Chrysalis</h1>
      <p>A server of an MSN Messenger network answers here. There is nothing to see; it is for the
      programs that sign in.</p></body></html>
      """;

  Routes routes() {
    return Routes.NONE
        .get("/", _ -> done(HttpResponse.ok("text/html; charset=utf-8", INDEX)))
        // COMPAT Windows Live Messenger: the login host is tried with an empty POST
        .post("/", _ -> done(HttpResponse.of(200, "OK")));
  }

  private static CompletableFuture<HttpResponse> done(HttpResponse response) {
    return CompletableFuture.completedFuture(response);
  }
}
