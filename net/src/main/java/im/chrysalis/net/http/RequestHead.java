package im.chrysalis.net.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request without its body.
 *
 * @param fields in their order
 */
record RequestHead(RequestLine line, List<HttpField> fields) {
  private static final String HOST = "Host";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  /** How a body is sent. */
  sealed interface Body {
    record Measured(int length) implements Body {}

    record Chunked() implements Body {}
  }

  /** {@code Name: value}. */
  static HttpField field(String line) throws HttpRefusal {
    int colon = line.indexOf(':');
    if (colon < 0 || !NAME.matcher(line.substring(0, colon)).matches()) {
      throw HttpRefusal.malformed();
    }
    return new HttpField(line.substring(0, colon), value(line.substring(colon + 1)));
  }

  /** The field with a line that goes on with its value. */
  static HttpField continued(HttpField field, String line) throws HttpRefusal {
    return new HttpField(field.name(), (field.value() + " " + value(line)).strip());
  }

  private static String value(String text) throws HttpRefusal {
    if (text.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F)) {
      throw HttpRefusal.malformed();
    }
    return text.strip();
  }

  /**
   * How much body comes.
   *
   * @param limit how much is taken
   */
  Body body(int limit) throws HttpRefusal {
    List<String> lengths = values("Content-Length").distinct().toList();
    List<String> encodings = values("Transfer-Encoding").toList();
    if (!encodings.isEmpty()) {
      // with a length beside it, two readers could see two different requests
      if (!lengths.isEmpty() || line.version() != HttpVersion.ONE_ONE) {
        throw HttpRefusal.malformed();
      }
      if (encodings.size() != 1 || !encodings.getFirst().equalsIgnoreCase("chunked")) {
        throw new HttpRefusal(501, "Not Implemented");
      }
      return new Body.Chunked();
    }
    if (lengths.isEmpty()) {
      return new Body.Measured(0);
    }
    if (lengths.size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
      throw HttpRefusal.malformed();
    }
    long length = Long.parseLong(lengths.getFirst());
    if (length > limit) {
      throw HttpRefusal.bodyTooLong();
    }
    return new Body.Measured((int) length);
  }

  /** Whether the client waits for a word before it sends the body. */
  boolean awaitsContinue() {
    return line.version() == HttpVersion.ONE_ONE
        && values("Expect").anyMatch(it -> it.equalsIgnoreCase("100-continue"));
  }

  /** Whether another request may follow. */
  boolean goesOn() {
    return switch (line.version()) {
      case NONE -> false;
      case ONE_ZERO -> asksToGoOn();
      case ONE_ONE -> connection().noneMatch("close"::equals);
    };
  }

  /** Whether the client wants to be told that another request may follow. */
  boolean asksToGoOn() {
    return connection().anyMatch("keep-alive"::equals);
  }

  /** Clients of a proxy say it under the second name. */
  private Stream<String> connection() {
    return Stream.concat(values("Connection"), values("Proxy-Connection"))
        .flatMap(it -> Stream.of(it.split(",")))
        .map(it -> it.strip().toLowerCase(Locale.ROOT));
  }

  private Stream<String> values(String name) {
    return fields.stream().filter(it -> it.name().equalsIgnoreCase(name)).map(HttpField::value);
  }

  /** The fields, with the host of an absolute address in place of what {@code Host} says. */
  List<HttpField> fieldsForHost() {
    Optional<String> authority = line.authority();
    if (authority.isEmpty()) {
      return fields;
    }
    List<HttpField> settled = new ArrayList<>(fields);
    settled.removeIf(it -> it.name().equalsIgnoreCase(HOST));
    settled.addFirst(new HttpField(HOST, authority.get()));
    return settled;
  }
}
