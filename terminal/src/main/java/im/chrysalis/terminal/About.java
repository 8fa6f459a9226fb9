package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import im.chrysalis.values.Ability;
import im.chrysalis.values.PersonalMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What somebody tells besides their status, and what their client can do, in words. */
final class About {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");
  private static final int FORMAT = 3;

  private About() {}

  /** A line for each thing that is known; none for somebody who tells nothing. */
  static List<String> lines(Contact who) {
    List<String> lines = new ArrayList<>();
    PersonalMessage message = who.look().message();
    if (!message.text().isEmpty()) {
      lines.add("tells: " + message.text());
    }
    media(message.media()).ifPresent(it -> lines.add("plays: " + it));
    who.look()
        .picture()
        .ifPresent(picture -> lines.add("has a picture of " + picture.size() + " bytes"));
    if (!who.look().abilities().isEmpty()) {
      lines.add("can: " + words(who.look().abilities()));
    }
    return lines;
  }

  /**
   * What is playing, from {@code app\0Music\01\0{0} - {1}\0Title\0Artist}, where {@code \0} are two
   * characters; nothing when nothing is, or when it can't be told.
   */
  static Optional<String> media(String media) {
    String[] fields = media.split("\\\\0", -1);
    if (fields.length <= FORMAT || !fields[FORMAT - 1].equals("1")) {
      return Optional.empty();
    }
    Matcher places = PLACE.matcher(fields[FORMAT]);
    String text =
        places.replaceAll(place -> Matcher.quoteReplacement(field(fields, place.group(1))));
    return Optional.of(text).filter(it -> !it.isBlank());
  }

  private static String field(String[] fields, String place) {
    int index = FORMAT + 1 + Integer.parseInt(place);
    return index < fields.length ? fields[index] : "";
  }

  private static String words(Collection<Ability> abilities) {
    return abilities.stream()
        .sorted()
        .map(ability -> ability.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
