package im.chrysalis.server.web.startup;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import im.chrysalis.server.web.Links;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pages behind numbers, {@code /5meen_us/105}: what a client's help and its menus lead to. One
 * number is the tabs of MSN 4 to 6, which it fetches by itself; all others are the site's.
 */
final class Redirects implements HttpService {
  private static final Pattern NUMBERED =
      Pattern.compile("/+[0-9]{1,2}me[a-z]{2}_[a-z]{2}/([0-9]{1,4})", Pattern.CASE_INSENSITIVE);
  private static final String TABS = "60";

  private final Function<HttpRequest, String> site;

  /**
   * The pages.
   *
   * @param site where people find the site
   */
  Redirects(Function<HttpRequest, String> site) {
    this.site = site;
  }

  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    Matcher path = NUMBERED.matcher(request.path());
    if (!path.matches()) {
      return CompletableFuture.completedStage(HttpResponse.of(404, "Not Found"));
    }
    String target =
        path.group(1).equals(TABS)
            ? Links.root(request) + StartUpServices.TABS
            : site.apply(request);
    return CompletableFuture.completedStage(HttpResponse.of(302, "Found").with("Location", target));
  }
}
