package im.chrysalis.app.operate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Values as JSON, one a line. */
public final class Lines {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();
  private static final ObjectWriter ASCII = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private Lines() {}

  /** The value in one line, without its end. */
  public static String line(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException bug) {
      throw new IllegalArgumentException("no JSON: " + value.getClass(), bug);
    }
  }

  /** The same in ASCII, which also carries text that was cut within a pair of surrogates. */
  public static String asciiLine(Object value) {
    try {
      return ASCII.writeValueAsString(value);
    } catch (JsonProcessingException bug) {
      throw new IllegalArgumentException("no JSON: " + value.getClass(), bug);
    }
  }

  /**
   * The value of a line.
   *
   * @throws IOException when the line is not one
   */
  public static <T> T value(String line, Class<T> type) throws IOException {
    return JSON.readValue(line, type);
  }

  /** The value as a part of a larger one. */
  public static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  /**
   * The value of a part.
   *
   * @throws IOException when the part is not one
   */
  public static <T> T value(JsonNode tree, Class<T> type) throws IOException {
    return JSON.treeToValue(tree, type);
  }

  /** Writes a line with its end. */
  static void write(Writer out, Object value) {
    try {
      out.write(line(value));
      out.write('\n');
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
