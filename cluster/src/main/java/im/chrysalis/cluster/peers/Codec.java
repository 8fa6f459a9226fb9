package im.chrysalis.cluster.peers;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How things look between nodes: CBOR, each record a map of its fields, each member of a family
 * with its name from the {@link Vocabulary}. Unknown fields are passed over and absent optional
 * ones are empty, so that neighbours of other versions understand each other. Any thread.
 */
final class Codec {
  private static final ObjectMapper MAPPER = mapper();

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Named {}

  private Codec() {}

  /** The bytes of a frame or a reply. */
  static byte[] write(Class<?> type, Object value) {
    try {
      return writer(type).writeValueAsBytes(value);
    } catch (IOException bug) {
      throw new UncheckedIOException("can't be sent to another node: " + value, bug);
    }
  }

  /**
   * What the bytes say.
   *
   * @throws IOException when they say nothing that this version understands
   */
  static <T> T read(Class<T> type, byte[] bytes) throws IOException {
    ObjectReader reader = MAPPER.readerFor(type);
    return reader.readValue(bytes);
  }

  private static ObjectWriter writer(Class<?> type) {
    JavaType declared = MAPPER.constructType(type);
    return MAPPER.writerFor(declared);
  }

  private static ObjectMapper mapper() {
    CBORMapper.Builder builder =
        CBORMapper.builder()
            .addModules(new Jdk8Module(), new ValueModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .defaultPropertyInclusion(
                com.fasterxml.jackson.annotation.JsonInclude.Value.construct(
                    Include.NON_ABSENT, Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    Vocabulary.FAMILIES.forEach(family -> builder.addMixIn(family, Named.class));
    Vocabulary.WORDS.forEach((word, type) -> builder.registerSubtypes(new NamedType(type, word)));
    return builder.build();
  }
}
