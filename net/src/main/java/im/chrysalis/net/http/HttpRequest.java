package im.chrysalis.net.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * One request, received whole.
 *
 * @param method in capitals, such as {@code GET}
 * @param path as it came, still escaped, without the question mark; begins with a slash
 * @param query what stood behind the question mark, still escaped; empty when there was none
 * @param fields the head, in its order
 * @param body at most as many bytes as its service accepts; empty when there was none
 * @param secure whether it came through TLS
 * @param local the address that the client reached
 * @param remote who asks
 */
@SuppressWarnings("ArrayRecordComponent") // bytes that nobody compares
public record HttpRequest(
    String method,
    String path,
    String query,
    List<HttpField> fields,
    byte[] body,
    boolean secure,
    InetSocketAddress local,
    InetSocketAddress remote) {

  public HttpRequest {
    fields = List.copyOf(fields);
  }

  /** The first value of a field, whatever the case of its name. */
  public Optional<String> field(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(HttpField::value)
        .findFirst();
  }

  /** The host that the client believes to talk to, without its port, in small letters. */
  public Optional<String> host() {
    return field("Host").map(HttpRequest::withoutPort);
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > 0 && host.indexOf(']', colon) < 0;
    return (hasPort ? host.substring(0, colon) : host).toLowerCase(java.util.Locale.ROOT);
  }
}
