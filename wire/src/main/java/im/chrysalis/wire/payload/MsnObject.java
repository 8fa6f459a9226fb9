package im.chrysalis.wire.payload;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.MalformedCommand;
import im.chrysalis.wire.MalformedCommand.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture or the like that somebody shows or sends, described so that others can fetch it from
 * them. Servers relay the description unread.
 *
 * <pre>
 * &lt;msnobj Creator="anna@example.com" Size="22731" Type="3" Location="TFR1.dat" Friendly="AAA="
 *     SHA1D="WwBmnEgNXP+9+ovbqZVhFg8tG3c=" SHA1C="CqRO5QlmqhtnicE94Htw0lVa+m8="/>
 * </pre>
 *
 * @param creator who has it, and gives it to those who ask
 * @param size bytes of the data, at least 1
 * @param type what it is; {@link #PICTURE} and others
 * @param location what its creator's client calls it; may be empty
 * @param name for people, as with emoticons; empty when it has none
 * @param dataHash SHA-1 of the data in base64, 28 characters
 * @param hash SHA-1 of this description in base64; empty where a client leaves it out. Need not be
 *     right: some real clients' are not
 * @see <a
 *     href="../../../../../../../../docs/protocol/msn-objects.md">docs/protocol/msn-objects.md</a>
 */
public record MsnObject(
    EmailAddress creator,
    long size,
    int type,
    String location,
    String name,
    String dataHash,
    String hash) {
  /** The type of a custom emoticon. */
  public static final int EMOTICON = 2;

  /** The type of a display picture. */
  public static final int PICTURE = 3;

  private static final int MAX_TYPE = 999;
  private static final int MAX_LENGTH = 4096;
  private static final String TAG = "<msnobj";
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s*+([A-Za-z0-9]++)\\s*+=\\s*+\"([^\"<]*+)\"");
  private static final Pattern END = Pattern.compile("\\s*+(/>|>\\s*+</msnobj\\s*+>)\\s*+");

  /**
   * Describes data that somebody has.
   *
   * @param location what they call it; no white space, because some clients cut there
   */
  public static MsnObject of(
      EmailAddress creator, int type, String location, String name, byte[] data) {
    String dataHash = hash(data);
    MsnObject unproven = new MsnObject(creator, data.length, type, location, name, dataHash, "");
    return new MsnObject(creator, data.length, type, location, name, dataHash, unproven.ownHash());
  }

  /**
   * Reads a description; attributes in any order, those that are not known are passed over.
   *
   * @throws MalformedCommand when it is none, is longer than {@value #MAX_LENGTH} characters, or
   *     lacks its creator, size, type or data's hash
   */
  public static MsnObject read(String text) throws MalformedCommand {
    if (text.length() > MAX_LENGTH) {
      throw new MalformedCommand(Fault.LIMIT, "an msnobj of more than " + MAX_LENGTH + " bytes");
    }
    Map<String, String> attributes = attributes(text);
    return new MsnObject(
        EmailAddress.parse(attribute(attributes, "creator"))
            .orElseThrow(() -> complaint("whose creator has no address")),
        number(attributes, "size", Integer.MAX_VALUE),
        (int) number(attributes, "type", MAX_TYPE),
        attributes.getOrDefault("location", ""),
        name(attributes.getOrDefault("friendly", "")),
        repaired(attribute(attributes, "sha1d")),
        repaired(attributes.getOrDefault("sha1c", "")));
  }

  /** Reads a description as presence carries it. */
  public static MsnObject read(EncodedText word) throws MalformedCommand {
    return read(word.text());
  }

  /** The description as a word of presence, with all but letters and digits encoded. */
  public EncodedText word() {
    return EncodedText.strict(toString());
  }

  /** The element, in the order of all known clients. */
  @Override
  public String toString() {
    StringBuilder element = new StringBuilder(TAG);
    write(element, "Creator", creator.text());
    write(element, "Size", Long.toString(size));
    write(element, "Type", Integer.toString(type));
    write(element, "Location", location);
    write(element, "Friendly", friendly());
    write(element, "SHA1D", dataHash);
    if (!hash.isEmpty()) {
      write(element, "SHA1C", hash);
    }
    return element.append("/>").toString();
  }

  private String ownHash() {
    return hash(
        ("Creator"
                + creator.text()
                + "Size"
                + size
                + "Type"
                + type
                + "Location"
                + location
                + "Friendly"
                + friendly()
                + "SHA1D"
                + dataHash)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** The name in UTF-16 with a NUL behind it, in base64. */
  private String friendly() {
    byte[] bytes = (name + '\0').getBytes(StandardCharsets.UTF_16LE);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String name(String friendly) throws MalformedCommand {
    try {
      byte[] bytes = Base64.getDecoder().decode(repaired(friendly));
      String whole = new String(bytes, StandardCharsets.UTF_16LE);
      int end = whole.indexOf('\0');
      return end < 0 ? whole : whole.substring(0, end);
    } catch (IllegalArgumentException notBase64) {
      throw complaint("whose name is not in base64");
    }
  }

  private static Map<String, String> attributes(String text) throws MalformedCommand {
    if (!text.startsWith(TAG + " ")) {
      throw complaint("that does not begin as one");
    }
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(text);
    int at = TAG.length();
    while (attribute.region(at, text.length()).lookingAt()) {
      attributes.putIfAbsent(
          attribute.group(1).toLowerCase(Locale.ROOT), plain(attribute.group(2)));
      at = attribute.end();
    }
    if (!END.matcher(text).region(at, text.length()).matches()) {
      throw complaint("that is no element");
    }
    return attributes;
  }

  private static String attribute(Map<String, String> attributes, String name)
      throws MalformedCommand {
    String value = attributes.get(name);
    if (value == null || value.isEmpty()) {
      throw complaint("without " + name);
    }
    return value;
  }

  private static long number(Map<String, String> attributes, String name, int most)
      throws MalformedCommand {
    String value = attribute(attributes, name);
    if (!value.matches("[0-9]{1,10}") || Long.parseLong(value) > most) {
      throw complaint("whose " + name + " is no number that may be there");
    }
    long number = Long.parseLong(value);
    if (number == 0) {
      throw complaint("whose " + name + " is 0");
    }
    return number;
  }

  private static MalformedCommand complaint(String what) {
    return new MalformedCommand(Fault.SYNTAX, "an msnobj " + what);
  }

  /** A plus that was taken for an encoded blank on the way. */
  private static String repaired(String base64) {
    return base64.replace(' ', '+');
  }

  private static void write(StringBuilder element, String name, String value) {
    element.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String plain(String escaped) {
    return escaped
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&");
  }

  private static String hash(byte[] data) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(data));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
