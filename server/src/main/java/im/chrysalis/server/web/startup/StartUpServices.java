package im.chrysalis.server.web.startup;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.web.Waiting;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** What is asked for while a client starts, ready to be put behind its paths. */
public final class StartUpServices {
  /** The configuration, by {@code GET} and by {@code POST}. */
  public static final String CONFIG = "/Config/MsgrConfig.asmx";

  static final String TABS = "/svcs/mms/tabs.asp";
  static final String TEXT_AD = "/textad";

  private static final String PORTAL = "/svcs/mms/portal.asp";
  private static final String ADVERTISEMENT = "/ADSAdClient31.dll";
  private static final String NEWS = "/whatsnew/whatsnewservice.asmx";
  private static final String DIRECTORY = "/profile/profile.asmx";
  private static final String ALL_ELSE = "/*";

  private static final String XML = "text/xml; charset=utf-8";
  private static final String PAGE =
      "<!DOCTYPE html><html><head><title></title></head><body></body></html>";
  private static final String NO_AD =
      "<TEXTAD><adtext></adtext><hiturl></hiturl><tab/><ct/><flag>0</flag></TEXTAD>";

  private final Map<String, HttpService> routes;

  /**
   * The services.
   *
   * @param book where a client finds the address book; nothing when it should look where it was
   *     made to
   * @param site where people find the site, for a client that has reached the server as it has
   * @param workers runs what takes a moment, such as reading XML
   */
  public StartUpServices(
      Function<HttpRequest, Optional<String>> book,
      Function<HttpRequest, String> site,
      Executor workers) {
    routes =
        Map.of(
            CONFIG,
            new ClientConfig(book),
            TABS,
            always(HttpResponse.ok(XML, Tabs.NONE.xml())),
            PORTAL,
            always(HttpResponse.ok("text/html; charset=utf-8", PAGE)),
            ADVERTISEMENT,
            always(HttpResponse.ok("text/html; charset=utf-8", PAGE)),
            TEXT_AD,
            always(HttpResponse.ok(XML, NO_AD)),
            NEWS,
            noNews(Set.of("GetContactsRecentActivity", "GetBatchRecentActivity"), workers),
            DIRECTORY,
            noNews(Set.of("Get", "GetMany"), workers),
            ALL_ELSE,
            new Redirects(site));
  }

  private static HttpService noNews(Set<String> operations, Executor workers) {
    return Waiting.service(new NoNews(operations)::answer, workers);
  }

  private static HttpService always(HttpResponse answer) {
    return _ -> CompletableFuture.completedStage(answer);
  }

  /**
   * Services by path: the configuration is asked by {@code GET} and {@code POST}, the two {@code
   * .asmx} by {@code POST}, all others by {@code GET}; the last one takes what no other service
   * has.
   */
  public Map<String, HttpService> routes() {
    return routes;
  }
}
