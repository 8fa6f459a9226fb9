package im.chrysalis.server.web.passport;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.net.http.HttpResponse;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.xml.Template;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What the official clients' sign-in library asks besides tokens, with nothing in it that is
 * secret: whether somebody is there, for pages, and whose a domain is.
 */
final class LibraryRequests {
  private static final Template REALM = Template.beside(LibraryRequests.class, "realm.xml");

  private LibraryRequests() {}

  /** {@code POST /}, empty: is there somebody on this port? */
  static HttpResponse isSomebodyThere(HttpRequest request) {
    return request.method().equals("POST") ? HttpResponse.of(200, "OK") : Answers.NOT_FOUND;
  }

  /** {@code GET /ppcrlcheck.srf}, {@code /login.srf}, {@code /logout.srf}: any page will do. */
  static HttpResponse page(HttpRequest request) {
    return HttpResponse.ok("text/html; charset=utf-8", "<html><body></body></html>");
  }

  /** {@code GET /ppcrlconfig.srf}: the client goes on with the configuration that it has. */
  static HttpResponse noConfiguration(HttpRequest request) {
    return Answers.NOT_FOUND;
  }

  /** {@code GET /getrealminfo.srf?login=anna@example.com}: every domain is ours. */
  static HttpResponse realm(HttpRequest request) {
    return value(request.query(), "login")
        .flatMap(EmailAddress::parse)
        .map(login ->
            HttpResponse.ok(
                "text/xml; charset=utf-8",
                REALM.fillByName(Map.of("login", login, "domain", login.domain())).xml()))
        .orElse(Answers.NOT_FOUND);
  }

  /**
   * {@code POST /ppsecure/sha1auth.srf}: a form whose {@code token} says in {@code ru} which page
   * the person wants to see. They are sent there, without being signed in to it.
   */
  static HttpResponse toPage(HttpRequest request) {
    String form = new String(request.body(), StandardCharsets.UTF_8).strip();
    return value(form, "token")
        .flatMap(token -> value(token, "ru"))
        .filter(LibraryRequests::isPage)
        .map(page -> HttpResponse.of(302, "Found").with("Location", page))
        .orElse(Answers.NOT_FOUND);
  }

  private static boolean isPage(String address) {
    try {
      URI uri = new URI(address); // knows no control characters, so the head can't be broken
      return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
          && uri.getHost() != null
          && address.chars().allMatch(c -> c > ' ' && c < 0x7F);
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  /** A value of {@code a=1&b=2}, unescaped. */
  private static Optional<String> value(String form, String name) {
    return Arrays.stream(form.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .findFirst()
        .flatMap(pair -> unescaped(pair.substring(name.length() + 1)));
  }

  private static Optional<String> unescaped(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
