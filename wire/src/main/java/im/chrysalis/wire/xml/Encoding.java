package im.chrysalis.wire.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the bytes of a document become characters: as its first ones say, or else as UTF-8. */
final class Encoding {
  private static final String MARK = "\uFEFF";
  private static final int LONGEST_DECLARATION = 256;
  private static final Pattern DECLARATION =
      Pattern.compile("<\\?xml\\s[^>]*?\\bencoding\\s*=\\s*[\"']([A-Za-z][\\w.-]*)[\"']");

  private Encoding() {}

  /**
   * The characters of a document, without a byte order mark.
   *
   * @throws MalformedXml when the encoding is unknown, or the bytes are not in it
   */
  static String decoded(byte[] document) throws MalformedXml {
    try {
      return withoutMark(of(document).newDecoder().decode(ByteBuffer.wrap(document)).toString());
    } catch (CharacterCodingException | IllegalArgumentException notIn) {
      throw new MalformedXml("not in its encoding, or in an unknown one");
    }
  }

  /** Characters without the mark that tells in which order their bytes were. */
  static String withoutMark(String decoded) {
    return decoded.startsWith(MARK) ? decoded.substring(MARK.length()) : decoded;
  }

  private static Charset of(byte[] document) {
    int first = document.length < 2 ? 0 : ((document[0] & 0xFF) << 8) | (document[1] & 0xFF);
    return switch (first) {
      case 0xFEFF, '<' -> UTF_16BE;
      case 0xFFFE, '<' << 8 -> UTF_16LE;
      case 0xEFBB -> UTF_8;
      default -> declared(document);
    };
  }

  private static Charset declared(byte[] document) {
    int length = Math.min(document.length, LONGEST_DECLARATION);
    Matcher declaration = DECLARATION.matcher(new String(document, 0, length, ISO_8859_1));
    return declaration.lookingAt() ? Charset.forName(declaration.group(1)) : UTF_8;
  }
}
