package im.chrysalis.server.web.passport;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.net.http.HttpService;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code GET /rdr/pprdr.asp}: where to take one's password to. */
final class Nexus implements HttpService {
  private static final String ASKED = "nexus.passport.com";
  private static final String LOGIN = "login.passport.com";
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

  /** Clients keep the addresses until they hear of a higher number. */
  private static final int CONFIGURATION = 11;

  private final Function<HttpRequest, String> site;
  private final String scheme;

  private Nexus(Function<HttpRequest, String> site, String scheme) {
    this.site = site;
    this.scheme = scheme;
  }

  /** As Microsoft's: clients put the scheme before the address of the login. */
  static Nexus withoutScheme(Function<HttpRequest, String> site) {
    return new Nexus(site, "");
  }

  /** COMPAT JML takes the address as it stands; it asks at a path where others made it so. */
  static Nexus withScheme(Function<HttpRequest, String> site) {
    return new Nexus(site, "https://");
  }

  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    String site = this.site.apply(request);
    String urls =
        String.join(
            ",",
            "DARealm=Passport.Net",
            "DALogin=" + scheme + loginHost(request) + Login.PATH, // and DAReg behind it
            "DAReg=" + site,
            "Properties=" + site,
            "Privacy=" + site,
            "GeneralRedir=" + site,
            "Help=" + site,
            "ConfigVersion=" + CONFIGURATION);
    return CompletableFuture.completedStage(HttpResponse.of(200, "OK").with("PassportURLs", urls));
  }

  /**
   * Whoever came by a name of their own can use it again; all others are clients that were made for
   * the old names, with or without saying so.
   */
  private static String loginHost(HttpRequest request) {
    return request
        .field("Host")
        .filter(host -> HOST.matcher(host).matches())
        .filter(_ -> request.secure() && !request.host().equals(Optional.of(ASKED)))
        .orElse(LOGIN);
  }
}
