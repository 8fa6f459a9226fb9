package im.chrysalis.wire.challenge;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A client program as it names itself in answers to challenges. The key is no secret: it stands in
 * every copy of the program.
 *
 * @param id what the client says it is
 * @param key what goes into its answers
 * @see <a href="../../../../../../../../docs/protocol/challenge.md">docs/protocol/challenge.md</a>
 */
public record Product(String id, String key) {
  /** Arithmetic of the later answer is modulo this prime, 2^31 - 1. */
  private static final long PRIME = 0x7FFF_FFFFL;

  private static final long MAGIC = 0x0E79_A9C1L;

  /** The answer from MSNP6 to MSNP10: 32 hex digits. */
  public String answer(String challenge) {
    return HexFormat.of().formatHex(Md5.of(challenge, key));
  }

  /** The answer since MSNP11: 32 hex digits. */
  public String answerSinceMsnp11(String challenge) {
    ByteBuffer hash = littleEndian(Md5.of(challenge, key));
    long[] mixed = mix(challenge + id, hash);
    byte[] bytes = new byte[16];
    ByteBuffer answer = littleEndian(bytes);
    for (int i = 0; i < 4; i++) {
      // with the whole word of the hash: only the mixing leaves its top bit out
      answer.putInt(hash.getInt(4 * i) ^ (int) mixed[i % 2]);
    }
    return HexFormat.of().formatHex(bytes);
  }

  /** Two numbers of 31 bits, from the words of the text and the words of the hash. */
  private static long[] mix(String text, ByteBuffer hash) {
    long[] keys = new long[4];
    for (int i = 0; i < 4; i++) {
      keys[i] = hash.getInt(4 * i) & PRIME;
    }
    ByteBuffer words = littleEndian(padded(text).getBytes(StandardCharsets.US_ASCII));
    long last = 0;
    long sum = 0;
    while (words.hasRemaining()) {
      long first = MAGIC * unsigned(words.getInt()) % PRIME;
      first = (keys[0] * (first + last) + keys[1]) % PRIME;
      long second = (unsigned(words.getInt()) + first) % PRIME;
      last = (keys[2] * second + keys[3]) % PRIME;
      sum += first + last;
    }
    return new long[] {(last + keys[1]) % PRIME, (sum + keys[3]) % PRIME};
  }

  private static String padded(String text) {
    return text + "0".repeat((8 - text.length() % 8) % 8);
  }

  private static long unsigned(int word) {
    return Integer.toUnsignedLong(word);
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
