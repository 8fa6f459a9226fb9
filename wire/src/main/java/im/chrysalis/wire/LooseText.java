package im.chrysalis.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text whose character set nobody names: UTF-8, and when it can't be that, Windows-1252, which is
 * what clients of 1999 send.
 *
 * @see <a href="../../../../../../../docs/protocol/framing.md#text">docs/protocol/framing.md</a>
 */
public final class LooseText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private LooseText() {}

  /** What the bytes say. */
  public static String of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** What the bytes from {@code from} up to {@code to} say. */
  public static String of(byte[] bytes, int from, int to) {
    ByteBuffer range = ByteBuffer.wrap(bytes, from, to - from);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(range).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, from, to - from, WINDOWS);
    }
  }
}
