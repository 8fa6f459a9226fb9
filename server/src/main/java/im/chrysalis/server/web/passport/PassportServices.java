package im.chrysalis.server.web.passport;

import im.chrysalis.domain.account.Passwords;
import im.chrysalis.domain.account.Tickets;
import im.chrysalis.domain.time.Timer;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.access.PasswordGuard;
import im.chrysalis.server.session.ServerMeters;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** All services by which clients get tickets, and where each of them is found. */
public final class PassportServices {
  /** How many bytes a request to any of them may have as its body. */
  public static final int MOST_BODY = 64 * 1024;

  private final Map<String, HttpService> routes = new TreeMap<>();

  /**
   * The services.
   *
   * @param site where the pages for people are, as whoever asks can reach them: a whole address,
   *     with a slash at the end and without commas
   */
  public PassportServices(
      Passwords passwords,
      Tickets tickets,
      PasswordGuard guard,
      Timer timer,
      ServerMeters meters,
      Function<HttpRequest, String> site) {
    TicketOffice office = new TicketOffice(passwords, tickets, guard, timer, meters);
    TicketRenewal renewal = new TicketRenewal(tickets, timer);
    routes.put("/rdr/pprdr.asp", Nexus.withoutScheme(site));
    routes.put("/nexus-mock", Nexus.withScheme(site));
    routes.put(Login.PATH, new Login(office));
    HttpService tokens = new TokenService(TokenVersion.RST, office, renewal, timer);
    HttpService tokens2 = new TokenService(TokenVersion.RST2, office, renewal, timer);
    for (String folder : new String[] {"", "/pp", "/pp550", "/ppsecure"}) {
      routes.put(folder + "/rst.srf", tokens);
      routes.put(folder + "/rst2.srf", tokens2);
    }
    routes.put("/notrst.srf", new NotRst(office));
    addLibraryRequests();
  }

  private void addLibraryRequests() {
    routes.put("/", atOnce(LibraryRequests::isSomebodyThere));
    routes.put("/login.srf", atOnce(LibraryRequests::page));
    routes.put("/logout.srf", atOnce(LibraryRequests::page));
    routes.put("/ppcrlcheck.srf", atOnce(LibraryRequests::page));
    routes.put("/ppcrlconfig.srf", atOnce(LibraryRequests::noConfiguration));
    routes.put("/ppcrlconfig.bin", atOnce(LibraryRequests::noConfiguration));
    routes.put("/ppcrlconfig600.srf", atOnce(LibraryRequests::noConfiguration));
    routes.put("/getrealminfo.srf", atOnce(LibraryRequests::realm));
    routes.put("/getuserrealm.srf", atOnce(LibraryRequests::realm));
    routes.put("/ppsecure/sha1auth.srf", atOnce(LibraryRequests::toPage));
  }

  private static HttpService atOnce(Function<HttpRequest, HttpResponse> answer) {
    return request -> CompletableFuture.completedStage(answer.apply(request));
  }

  /**
   * Services by path. Paths are in lower case, with single slashes: those of requests have to be
   * compared without regard to case, and with several slashes taken for one, because clients differ
   * in both. They are the same on every host.
   */
  public Map<String, HttpService> routes() {
    return Map.copyOf(routes);
  }
}
