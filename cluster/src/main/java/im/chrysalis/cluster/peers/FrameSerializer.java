package im.chrysalis.cluster.peers;

import java.io.IOException;
import java.io.NotSerializableException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pekko.serialization.SerializerWithStringManifest;

/**
 * Writes and reads the frames that nodes send each other. The manifest is the version of the codec
 * and the frame's name: {@code 1/letter}.
 */
final class FrameSerializer extends SerializerWithStringManifest {
  /** Pekko keeps 0 to 40 for itself. */
  private static final int IDENTIFIER = 1863;

  private static final String VERSION = "1/";

  private static final Map<Class<?>, String> NAMES =
      Vocabulary.FRAMES.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object frame) {
    String name = NAMES.get(frame.getClass());
    if (name == null) {
      throw new IllegalArgumentException("not meant to leave its node: " + frame);
    }
    return VERSION + name;
  }

  @Override
  public byte[] toBinary(Object frame) {
    return Codec.write(frame.getClass(), frame);
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    Class<?> type =
        manifest.startsWith(VERSION)
            ? Vocabulary.FRAMES.get(manifest.substring(VERSION.length()))
            : null;
    if (type == null) {
      throw new NotSerializableException(
          "a node says " + manifest + ", which only another version understands");
    }
    try {
      return Codec.read(type, bytes);
    } catch (IOException fault) {
      throw (NotSerializableException)
          new NotSerializableException("a node's " + manifest + " can't be read: " + fault)
              .initCause(fault);
    }
  }
}
