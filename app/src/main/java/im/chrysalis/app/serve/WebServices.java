package im.chrysalis.app.serve;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.net.http.Routes;
import im.chrysalis.net.http.gateway.Gateway;
import im.chrysalis.net.tls.ServerTls;
import im.chrysalis.server.referral.CircleTickets;
import im.chrysalis.server.session.Backbone;
import im.chrysalis.server.web.Visitors;
import im.chrysalis.server.web.book.BookServices;
import im.chrysalis.server.web.offline.OfflineServices;
import im.chrysalis.server.web.passport.PassportServices;
import im.chrysalis.server.web.startup.StartUpServices;
import im.chrysalis.server.web.storage.StorageServices;
import im.chrysalis.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What the http and https ports answer. Every service of old clients is mounted here, and only
 * here.
 *
 * @param backbone what services stand on, like the other servers
 * @param store what tickets are given for, and what people keep here
 * @param gateway what carries whole connections
 * @param workers where a service may block
 * @param tls whose authority clients are to trust
 */
record WebServices(
    Backbone backbone, Store store, Gateway gateway, Executor workers, ServerTls tls) {
  private static final String INDEX =
      """
      <!DOCTYPE html>
      <html lang="en"><head><title>Chrysalis</title></head>
      <body><h1>Chrysalis</h1>
      <p>A server of an MSN Messenger network answers here. There is nothing to see; it is for the
      programs that sign in. They need to trust <a href="/ca.crt">its certificate</a>
      (<a href="/ca.pem">as a text</a>) to sign in through https.</p></body></html>
      """;

  Routes routes() {
    return Routes.NONE
        .all(passport())
        .all(book())
        .all(offline())
        .all(storage())
        .all(startUp())
        .post(Gateway.PATH, gateway)
        .and(own());
  }

  private Map<String, HttpService> passport() {
    return new PassportServices(
            store.passwords(),
            backbone.tickets(),
            backbone.passwords(),
            backbone.timer(),
            backbone.meters(),
            backbone::site)
        .routes();
  }

  private Map<String, HttpService> offline() {
    return new OfflineServices(
            backbone.accounts(),
            backbone.people(),
            backbone.offlineMessages(),
            visitors(),
            backbone.invites(),
            () -> backbone.settings().get().strictChallenge(),
            backbone.timer(),
            workers)
        .routes();
  }

  private Map<String, HttpService> storage() {
    return new StorageServices(
            backbone.people(),
            store.profiles(),
            visitors(),
            store.derivedKey("pictures"),
            backbone.timer(),
            workers)
        .routes();
  }

  private Map<String, HttpService> startUp() {
    return new StartUpServices(_ -> Optional.empty(), backbone::site, workers).routes();
  }

  private Visitors visitors() {
    return presented ->
        backbone
            .tickets()
            .find(presented)
            .thenApply(found -> found.map(it -> it.account().card().id()));
  }

  private Map<String, HttpService> book() {
    return new BookServices(
            backbone.people(),
            backbone.accounts(),
            store.notes(),
            store.circles(),
            new CircleTickets(store.derivedKey(CircleTickets.PURPOSE), backbone.timer()),
            visitors(),
            workers)
        .routes();
  }

  private Routes own() {
    return Routes.NONE
        .get("/", _ -> done(HttpResponse.ok("text/html; charset=utf-8", INDEX)))
        .get("/ca.crt", _ -> tls.authority().thenApply(WebServices::certificate))
        .get(
            "/ca.pem",
            _ ->
                tls.authorityText().thenApply(it -> HttpResponse.ok("application/x-pem-file", it)));
  }

  /** With this type, browsers and Windows offer to install it. */
  private static HttpResponse certificate(byte[] der) {
    return new HttpResponse(
        200, "OK", List.of(new HttpField("Content-Type", "application/x-x509-ca-cert")), der);
  }

  private static CompletableFuture<HttpResponse> done(HttpResponse response) {
    return CompletableFuture.completedFuture(response);
  }
}
