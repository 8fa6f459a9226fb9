package im.chrysalis.server.web.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XML with holes in it. Old clients compare prefixes, count children and stumble over white space,
 * so that what they get is written down here as it goes out, and no library has a say in it.
 */
public final class Template {
  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

  private final List<String> pieces;
  private final int length;

  private Template(List<String> pieces) {
    this.pieces = List.copyOf(pieces);
    this.length = pieces.stream().mapToInt(String::length).sum();
  }

  /**
   * A template.
   *
   * @param text XML in which {@code {name}} is a hole; its lines are joined without their
   *     indentation and ends
   */
  public static Template of(String text) {
    StringBuilder joined = new StringBuilder();
    text.lines().map(String::strip).forEach(joined::append);
    List<String> pieces = new ArrayList<>();
    Matcher holes = HOLE.matcher(joined);
    int end = 0;
    while (holes.find()) {
      pieces.add(joined.substring(end, holes.start()));
      end = holes.end();
    }
    pieces.add(joined.substring(end));
    return new Template(pieces);
  }

  /**
   * The XML.
   *
   * @param values what goes into the holes, in their order: {@link Markup} as it is, anything else
   *     as escaped text
   */
  public Markup fill(Object... values) {
    if (values.length != pieces.size() - 1) {
      throw new IllegalArgumentException(values.length + " values for " + (pieces.size() - 1));
    }
    StringBuilder out = new StringBuilder(length + 16 * values.length);
    out.append(pieces.getFirst());
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Markup(String xml)) {
        out.append(xml);
      } else {
        Markup.escape(values[i].toString(), out);
      }
      out.append(pieces.get(i + 1));
    }
    return new Markup(out.toString());
  }
}
