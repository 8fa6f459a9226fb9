package im.chrysalis.server.web.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of XML with gaps. {@code {name}} is filled with text, which is escaped; {@code {{name}}}
 * with XML, which is not. The file may be laid out for readers: the answer has no line breaks and
 * no white space between its elements.
 */
public final class XmlTemplate {
  private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)\\}\\}|\\{(\\w+)\\}");

  private final String text;

  private XmlTemplate(String text) {
    this.text = text;
  }

  /**
   * The template in a file beside a class.
   *
   * @throws IllegalStateException when there is none
   */
  public static XmlTemplate beside(Class<?> neighbour, String file) {
    try (InputStream in = neighbour.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no file " + file + " beside " + neighbour);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static XmlTemplate of(String laidOut) {
    String joined = laidOut.lines().map(String::strip).collect(Collectors.joining("\n"));
    // between elements a line break is nothing; within a tag it parts attributes
    return new XmlTemplate(
        joined.replaceAll(">\\n", ">").replaceAll("\\n(?=[<{])", "").strip().replace('\n', ' '));
  }

  /**
   * Fills the gaps.
   *
   * @throws IllegalStateException when a value is missing
   */
  public String fill(Map<String, String> values) {
    return GAP.matcher(text).replaceAll(gap -> quoted(gap, values));
  }

  private static String quoted(MatchResult gap, Map<String, String> values) {
    boolean isXml = gap.group(1) != null;
    String name = isXml ? gap.group(1) : gap.group(2);
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no value for " + name);
    }
    return Matcher.quoteReplacement(isXml ? value : XmlText.escaped(value));
  }
}
