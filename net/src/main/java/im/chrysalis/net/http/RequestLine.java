package im.chrysalis.net.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a request.
 *
 * @param method in capitals
 * @param path begins with a slash, still escaped
 * @param query behind the question mark; empty when there is none
 * @param authority the host, and the port if named, of an address that a client of a proxy asks for
 */
record RequestLine(
    String method, String path, String query, Optional<String> authority, HttpVersion version) {
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z-]{1,32}) ([\\x21-\\x7E\\x80-\\xFF]+)(?: HTTP/1\\.(\\d))?");
  private static final Pattern ABSOLUTE =
      Pattern.compile("https?://([^/?#]+)(.*)", Pattern.CASE_INSENSITIVE);

  static RequestLine read(String line) throws HttpRefusal {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw HttpRefusal.malformed();
    }
    String method = matcher.group(1).toUpperCase(Locale.ROOT);
    HttpVersion version = version(matcher.group(3));
    if (version == HttpVersion.NONE && !method.equals("GET")) {
      throw HttpRefusal.malformed();
    }
    String target = matcher.group(2);
    Matcher absolute = ABSOLUTE.matcher(target);
    if (!absolute.matches()) {
      return of(method, target, Optional.empty(), version);
    }
    String local = absolute.group(2);
    return of(
        method,
        local.startsWith("/") ? local : "/" + local,
        Optional.of(absolute.group(1)),
        version);
  }

  private static RequestLine of(
      String method, String local, Optional<String> authority, HttpVersion version)
      throws HttpRefusal {
    if (!local.startsWith("/")) {
      throw HttpRefusal.malformed();
    }
    int question = local.indexOf('?');
    return question < 0
        ? new RequestLine(method, local, "", authority, version)
        : new RequestLine(
            method,
            local.substring(0, question),
            local.substring(question + 1),
            authority,
            version);
  }

  // a group that took no part in the match
  private static HttpVersion version(@Nullable String minor) {
    if (minor == null) {
      return HttpVersion.NONE;
    }
    return minor.equals("0") ? HttpVersion.ONE_ZERO : HttpVersion.ONE_ONE;
  }
}
