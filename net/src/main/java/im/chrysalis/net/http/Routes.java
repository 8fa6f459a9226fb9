package im.chrysalis.net.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sends each request to the service of its path, whatever the host: none of the old services share
 * a path. Case does not matter in a path, and several slashes are one. A path without a service is
 * answered with 404, one whose service knows another method with 405. Immutable.
 *
 * @see <a href="../../../../../../../../docs/protocol/http.md">docs/protocol/http.md</a>
 */
public final class Routes implements HttpService {
  /** Nothing is there. */
  public static final Routes NONE = new Routes(Map.of());

  private static final String BELOW = "/*";

  private final Map<String, Map<String, HttpService>> services;

  private Routes(Map<String, Map<String, HttpService>> services) {
    this.services = services;
  }

  /** The same, with a service that is asked by {@code GET} and {@code HEAD}. */
  public Routes get(String path, HttpService service) {
    return on("GET", path, service).on("HEAD", path, service);
  }

  /** The same, with a service that is asked by {@code POST}. */
  public Routes post(String path, HttpService service) {
    return on("POST", path, service);
  }

  /**
   * The same with one more service.
   *
   * @param method in capitals
   * @param path begins with a slash; with {@code /*} at its end, everything below it that has no
   *     nearer service
   * @throws IllegalArgumentException when that path and method have one already
   */
  public Routes on(String method, String path, HttpService service) {
    Map<String, Map<String, HttpService>> more = new TreeMap<>(services);
    Map<String, HttpService> methods = new TreeMap<>(more.getOrDefault(settled(path), Map.of()));
    if (!path.startsWith("/") || methods.put(method, service) != null) {
      throw new IllegalArgumentException(method + " " + path + " can't be mounted");
    }
    more.put(settled(path), methods);
    return new Routes(more);
  }

  /**
   * The same with services that are asked by {@code POST} or {@code GET} as they like; those at the
   * top, {@code /}, by {@code POST} alone, since a browser's {@code GET} is for the site.
   *
   * @param more by path
   */
  public Routes all(Map<String, HttpService> more) {
    Routes both = this;
    for (var service : more.entrySet()) {
      both = both.post(service.getKey(), service.getValue());
      if (!service.getKey().equals("/")) {
        both = both.get(service.getKey(), service.getValue());
      }
    }
    return both;
  }

  /**
   * The same with all that others have.
   *
   * @throws IllegalArgumentException when both have a service for the same path and method
   */
  public Routes and(Routes others) {
    Routes both = this;
    for (var path : others.services.entrySet()) {
      for (var method : path.getValue().entrySet()) {
        both = both.on(method.getKey(), path.getKey(), method.getValue());
      }
    }
    return both;
  }

  @Override
  public CompletionStage<HttpResponse> answer(HttpRequest request) {
    Map<String, HttpService> methods = at(settled(request.path()));
    HttpService service = methods.get(request.method());
    return service != null
        ? service.answer(request)
        : CompletableFuture.completedFuture(refusal(methods.keySet()));
  }

  private static HttpResponse refusal(Collection<String> methods) {
    return methods.isEmpty()
        ? Answers.plain(404, "Not Found")
        : Answers.plain(405, "Method Not Allowed").with("Allow", String.join(", ", methods));
  }

  private Map<String, HttpService> at(String path) {
    Map<String, HttpService> exact = services.get(path);
    if (exact != null) {
      return exact;
    }
    for (int slash = path.lastIndexOf('/'); slash >= 0; slash = path.lastIndexOf('/', slash - 1)) {
      Map<String, HttpService> below = services.get(path.substring(0, slash) + BELOW);
      if (below != null) {
        return below;
      }
    }
    return Map.of();
  }

  /** COMPAT libpurple: it posts to {@code //RST.srf}. */
  private static String settled(String path) {
    return path.toLowerCase(Locale.ROOT).replaceAll("/{2,}", "/");
  }

  /** Every path that has a service, in small letters. */
  public Set<String> paths() {
    return new TreeSet<>(services.keySet());
  }
}
