package im.chrysalis.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of a JSON object. Every complaint names the field by its path, and a field that nobody
 * asked for is complained about too, because it is most likely a misspelt one.
 */
final class JsonFields {
  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
          .build()
          .reader();

  private final String path;
  private final JsonNode object;
  private final Set<String> asked = new HashSet<>();

  private JsonFields(String path, JsonNode object) throws BadLineException {
    if (!object.isObject()) {
      throw new BadLineException(
          path.isEmpty() ? "is not a JSON object" : path + " must be an object");
    }
    this.path = path;
    this.object = object;
  }

  static JsonFields of(String json) throws BadLineException {
    try {
      return new JsonFields("", READER.readTree(json));
    } catch (JsonProcessingException e) {
      throw new BadLineException(
          "is not JSON: %s (column %d)"
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
    }
  }

  /** How a field is called in complaints. */
  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  Optional<String> text(String name) throws BadLineException {
    Optional<JsonNode> value = value(name);
    return value.isPresent() ? Optional.of(text(path(name), value.get())) : Optional.empty();
  }

  String requiredText(String name) throws BadLineException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      throw new BadLineException(path(name) + " is missing");
    }
    return text.get();
  }

  /** A text that means something; what it may be is said when it does not. */
  <T> Optional<T> parsed(String name, Function<String, Optional<T>> parse, String what)
      throws BadLineException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = parse.apply(text.get());
    if (value.isEmpty()) {
      throw new BadLineException(path(name) + " must be " + what);
    }
    return value;
  }

  OptionalLong integer(String name) throws BadLineException {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!value.get().isIntegralNumber() || !value.get().canConvertToLong()) {
      throw new BadLineException(path(name) + " must be a whole number");
    }
    return OptionalLong.of(value.get().longValue());
  }

  boolean flag(String name) throws BadLineException {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw new BadLineException(path(name) + " must be true or false");
    }
    return value.isPresent() && value.get().booleanValue();
  }

  /** An object's fields; none when it is missing. */
  Map<String, String> texts(String name) throws BadLineException {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return Map.of();
    }
    JsonFields inner = new JsonFields(path(name), value.get());
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    for (String key : (Iterable<String>) inner.object::fieldNames) {
      texts.put(key, inner.requiredText(key));
    }
    return texts;
  }

  /** An array of texts; empty when it is missing. */
  List<String> textList(String name) throws BadLineException {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(name)) {
      texts.add(text(path(name) + "[" + texts.size() + "]", element));
    }
    return texts;
  }

  /** An array of objects; empty when it is missing. */
  List<JsonFields> objects(String name) throws BadLineException {
    List<JsonFields> objects = new ArrayList<>();
    for (JsonNode element : array(name)) {
      objects.add(new JsonFields(path(name) + "[" + objects.size() + "]", element));
    }
    return objects;
  }

  boolean has(String name) {
    return object.has(name);
  }

  /** Complains about fields that were not asked for. */
  void end() throws BadLineException {
    for (String name : (Iterable<String>) object::fieldNames) {
      if (!asked.contains(name)) {
        throw new BadLineException("unknown field " + path(name));
      }
    }
  }

  private Iterable<JsonNode> array(String name) throws BadLineException {
    Optional<JsonNode> value = value(name);
    if (value.isPresent() && !value.get().isArray()) {
      throw new BadLineException(path(name) + " must be an array");
    }
    return value.isPresent() ? value.get() : List.of();
  }

  private Optional<JsonNode> value(String name) {
    asked.add(name);
    return Optional.ofNullable(object.get(name));
  }

  private static String text(String path, JsonNode value) throws BadLineException {
    if (!value.isTextual()) {
      throw new BadLineException(path + " must be a text");
    }
    if (value.textValue().indexOf('\0') >= 0) {
      throw new BadLineException(path + " holds a null character"); // PostgreSQL keeps none
    }
    return value.textValue();
  }
}
