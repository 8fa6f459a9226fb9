package im.chrysalis.wire.payload;

import im.chrysalis.wire.LooseText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lines of the form {@code Name: value}, in their order.
 *
 * @param all every line; a name may come twice
 * @see <a href="../../../../../../../../docs/protocol/messages.md">docs/protocol/messages.md</a>
 */
public record Headers(List<Header> all) {
  /** No line at all. */
  public static final Headers NONE = new Headers(List.of());

  public Headers {
    all = List.copyOf(all);
  }

  /**
   * One line.
   *
   * @param name without a colon; compared in either case
   * @param value may be empty
   */
  public record Header(String name, String value) {
    public Header {
      if (name.isEmpty() || name.indexOf(':') >= 0 || breaksLine(name) || breaksLine(value)) {
        throw new IllegalArgumentException("a header that breaks its line: " + name);
      }
    }

    private static boolean breaksLine(String text) {
      return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\0') >= 0;
    }
  }

  /** The same with one line more at the end. */
  public Headers with(String name, String value) {
    List<Header> more = new ArrayList<>(all);
    more.add(new Header(name, value));
    return new Headers(more);
  }

  /** The same with this value alone for the name: where the first stood, else at the end. */
  public Headers withOnly(String name, String value) {
    Header replacement = new Header(name, value);
    List<Header> others = new ArrayList<>();
    boolean stands = false;
    for (Header header : all) {
      if (!header.name().equalsIgnoreCase(name)) {
        others.add(header);
      } else if (!stands) {
        others.add(replacement);
        stands = true;
      }
    }
    if (!stands) {
      others.add(replacement);
    }
    return new Headers(others);
  }

  /** The same without the lines of that name. */
  public Headers without(String name) {
    return new Headers(
        all.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList());
  }

  /** The value of the first line with the name, in either case. */
  public Optional<String> first(String name) {
    for (Header header : all) {
      if (header.name().equalsIgnoreCase(name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }

  /**
   * What a body is: {@code text/plain} and the like, in lower case and without parameters; empty
   * when it does not say.
   */
  public String contentType() {
    String all = first("Content-Type").orElse("");
    int semicolon = all.indexOf(';');
    return (semicolon < 0 ? all : all.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The value of the first line with the name as a whole number of at most 18 digits; 0 when there
   * is no such line or nothing in it.
   *
   * @throws MalformedCommand when something else stands there
   */
  public long number(String name) throws MalformedCommand {
    String value = first(name).orElse("");
    if (!value.matches("[0-9]{0,18}")) {
      throw new MalformedCommand(Fault.SYNTAX, name + " is no number");
    }
    return value.isEmpty() ? 0 : Long.parseLong(value);
  }

  /** Reads lines to an empty one or to the end. A line may end with a bare LF. */
  public static Headers read(byte[] bytes) throws MalformedCommand {
    List<Header> all = new ArrayList<>();
    readInto(all, bytes, 0);
    return new Headers(all);
  }

  /** All lines, each with its end; without the empty line that ends a head. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Header header : all) {
      text.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    return text.toString();
  }

  /**
   * Reads lines from some place to an empty one or to the end.
   *
   * @param start where the first line begins
   * @return where the bytes behind the empty line begin
   */
  public static int readInto(List<Header> headers, byte[] bytes, int start)
      throws MalformedCommand {
    int from = start;
    while (from < bytes.length) {
      int lineFeed = lineFeed(bytes, from);
      int to = lineFeed > from && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
      int next = Math.min(lineFeed + 1, bytes.length);
      if (to == from) {
        return next;
      }
      headers.add(readLine(LooseText.of(bytes, from, to)));
      from = next;
    }
    return from;
  }

  private static Header readLine(String line) throws MalformedCommand {
    int colon = line.indexOf(':');
    if (colon < 0 || line.indexOf('\r') >= 0 || line.indexOf('\0') >= 0) {
      throw new MalformedCommand(
          Fault.SYNTAX, "a header line without its colon, or with NUL or CR");
    }
    String name = line.substring(0, colon).strip();
    if (name.isEmpty()) {
      throw new MalformedCommand(Fault.SYNTAX, "a header line without its name");
    }
    return new Header(name, line.substring(colon + 1).strip());
  }

  private static int lineFeed(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
