package im.chrysalis.server.web;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts that tell where a service is and do nothing themselves. COMPAT MSNPSharp: it asks them by
 * making its request, and unless it is sent elsewhere it makes the same request once more, so that
 * a circle is founded twice and left twice. aMSN goes where it is sent.
 */
public final class Redirectors {
  private static final Map<String, String> SERVICES =
      Map.of(
          "byrdr.omega.contacts.msn.com", "omega.contacts.msn.com",
          "tkrdr.storage.msn.com", "storage.msn.com");

  private Redirectors() {}

  /** Where to ask instead; nothing when the request has come to the service's own host. */
  public static Optional<HttpResponse> elsewhere(HttpRequest request) {
    return Links.host(request)
        .filter(SERVICES::containsKey)
        .map(name -> {
          String root =
              Links.root(request).replaceFirst("(?i)://[^:]+", "://" + SERVICES.get(name));
          return HttpResponse.of(301, "Moved Permanently").with("Location", root + request.path());
        });
  }
}
