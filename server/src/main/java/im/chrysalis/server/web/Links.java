package im.chrysalis.server.web;

import im.chrysalis.net.http.HttpRequest;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses of this server's own pages, as whoever asks has reached it. */
public final class Links {
  private static final Pattern NAME = Pattern.compile("[a-z0-9.-]{1,253}");
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

  private Links() {}

  /** {@code https://host:port}, without a slash at the end. */
  public static String root(HttpRequest request) {
    return (request.secure() ? "https://" : "http://") + authority(request);
  }

  /** The name by which whoever asks has reached this server; nothing when it can be none. */
  public static Optional<String> host(HttpRequest request) {
    return request.host().filter(name -> NAME.matcher(name).matches());
  }

  private static String authority(HttpRequest request) {
    return request
        .field("Host")
        .filter(host -> AUTHORITY.matcher(host).matches())
        .orElseGet(() -> {
          InetSocketAddress local = request.local();
          String address = local.getAddress().getHostAddress();
          return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + local.getPort();
        });
  }
}
