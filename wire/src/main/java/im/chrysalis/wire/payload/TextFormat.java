package im.chrysalis.wire.payload;

import im.chrysalis.wire.EncodedText;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a text looks: {@code FN=MS%20Shell%20Dlg; EF=BI; CO=ff00; CS=0; PF=22}.
 *
 * @param font the name of a font
 * @param effects what is done to it
 * @param colour red, green and blue as {@code 0xRRGGBB}; the wire has them the other way round
 * @param charset the number of a Windows character set, 0 to 255
 * @param pitchAndFamily Windows' hint at similar fonts, 0 to 255
 * @param rightToLeft whether it runs from right to left
 * @see <a
 *     href="../../../../../../../../docs/protocol/messages.md#text">docs/protocol/messages.md</a>
 */
public record TextFormat(
    String font,
    Set<Effect> effects,
    int colour,
    int charset,
    int pitchAndFamily,
    boolean rightToLeft) {

  /** The header that carries it. */
  public static final String HEADER = "X-MMS-IM-Format";

  /** What a client uses that never chose anything. */
  public static final TextFormat PLAIN =
      new TextFormat("MS Shell Dlg", Set.of(), 0x000000, 0, 0x22, false);

  public TextFormat {
    effects = Set.copyOf(effects);
  }

  /** What can be done to letters. */
  public enum Effect {
    BOLD('B'),
    ITALIC('I'),
    STRUCK_OUT('S'),
    UNDERLINED('U');

    private final char code;

    Effect(char code) {
      this.code = code;
    }
  }

  /** The header's value. */
  public String value() {
    String effectCodes =
        effects.stream()
            .sorted()
            .map(effect -> Character.toString(effect.code))
            .collect(Collectors.joining());
    return "FN=%s; EF=%s; CO=%s; CS=%s; PF=%s%s"
        .formatted(
            EncodedText.strict(font),
            effectCodes,
            Integer.toHexString(swapped(colour)),
            Integer.toHexString(charset),
            Integer.toHexString(pitchAndFamily),
            rightToLeft ? "; RL=1" : "");
  }

  /** Reads a header's value. What is missing or makes no sense is as in {@link #PLAIN}. */
  public static TextFormat read(String value) {
    Map<String, String> parts = parts(value);
    return new TextFormat(
        part(parts, "FN").map(font -> EncodedText.raw(font).text()).orElse(PLAIN.font),
        part(parts, "EF").map(TextFormat::effects).orElse(PLAIN.effects),
        part(parts, "CO")
            .flatMap(word -> hex(word, 0xFFFFFF))
            .map(TextFormat::swapped)
            .orElse(PLAIN.colour),
        part(parts, "CS").flatMap(word -> hex(word, 0xFF)).orElse(PLAIN.charset),
        part(parts, "PF").flatMap(word -> hex(word, 0xFF)).orElse(PLAIN.pitchAndFamily),
        part(parts, "RL").map("1"::equals).orElse(PLAIN.rightToLeft));
  }

  private static Map<String, String> parts(String value) {
    Map<String, String> parts = new HashMap<>();
    for (String part : value.split(";")) {
      int equals = part.indexOf('=');
      if (equals >= 0) {
        parts.put(
            part.substring(0, equals).strip().toUpperCase(Locale.ROOT),
            part.substring(equals + 1).strip());
      }
    }
    return parts;
  }

  private static Optional<String> part(Map<String, String> parts, String key) {
    return Optional.ofNullable(parts.get(key));
  }

  private static Set<Effect> effects(String word) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    for (Effect effect : Effect.values()) {
      if (word.toUpperCase(Locale.ROOT).indexOf(effect.code) >= 0) {
        effects.add(effect);
      }
    }
    return effects;
  }

  private static Optional<Integer> hex(String word, int most) {
    if (!word.matches("[0-9A-Fa-f]{1,7}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(word, 16);
    return number <= most ? Optional.of(number) : Optional.empty();
  }

  /** Red and blue exchanged. */
  private static int swapped(int colour) {
    return ((colour & 0xFF) << 16) | (colour & 0xFF00) | ((colour >> 16) & 0xFF);
  }
}
