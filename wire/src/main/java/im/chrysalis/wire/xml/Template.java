package im.chrysalis.wire.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * XML with holes in it. Old clients compare prefixes, count children and stumble over white space,
 * so that what they get is written down here as it goes out, and no library has a say in it.
 */
public final class Template {
  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

  private final List<String> pieces;
  private final List<String> names;
  private final int length;

  private Template(List<String> pieces, List<String> names) {
    this.pieces = List.copyOf(pieces);
    this.names = List.copyOf(names);
    this.length = pieces.stream().mapToInt(String::length).sum();
  }

  /**
   * A template.
   *
   * @param text XML in which {@code {name}} is a hole. It may be laid out for readers: lines are
   *     joined without their indentation, and with a space where that parts words or attributes
   */
  public static Template of(String text) {
    String joined = joined(text);
    List<String> pieces = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Matcher holes = HOLE.matcher(joined);
    int end = 0;
    while (holes.find()) {
      pieces.add(joined.substring(end, holes.start()));
      names.add(holes.group(1));
      end = holes.end();
    }
    pieces.add(joined.substring(end));
    return new Template(pieces, names);
  }

  /**
   * The template in a file beside a class.
   *
   * @throws IllegalStateException when there is none
   */
  public static Template beside(Class<?> neighbour, String file) {
    try (InputStream in = neighbour.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no file " + file + " beside " + neighbour);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(String text) {
    String lines = text.lines().map(String::strip).collect(Collectors.joining("\n"));
    return lines.replaceAll(">\\n", ">").replaceAll("\\n(?=[<{])", "").strip().replace('\n', ' ');
  }

  /**
   * The XML.
   *
   * @param values what goes into the holes, in their order: {@link Markup} as it is, anything else
   *     as escaped text
   * @throws IllegalArgumentException when there are more or fewer than holes
   */
  public Markup fill(Object... values) {
    if (values.length != names.size()) {
      throw new IllegalArgumentException(values.length + " values for " + names.size());
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

  /**
   * The XML, where the same value goes into several holes, or into those of several templates.
   *
   * @param values what goes into the holes, by their names; there may be more than are needed
   * @throws IllegalStateException when one is missing
   */
  public Markup fillByName(Map<String, ?> values) {
    return fill(names.stream().map(name -> value(name, values)).toArray());
  }

  private static Object value(String name, Map<String, ?> values) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no value for " + name);
    }
    return value;
  }
}
