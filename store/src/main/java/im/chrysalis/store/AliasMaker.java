package im.chrysalis.store;

import im.chrysalis.values.AccountId;
import im.chrysalis.values.Alias;
import im.chrysalis.values.EmailAddress;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes an alias from an address: {@code Anna.Müller@example.com} becomes {@code annamuller}. */
final class AliasMaker {
  private static final String WITHOUT_LETTERS = "user";

  private AliasMaker() {}

  /**
   * The first of these that is free: the address's name, the name with a digit, the name with the
   * account's number, and so on with ever higher numbers.
   */
  static Alias make(EmailAddress address, AccountId id, Predicate<Alias> isFree) {
    String stem = stem(address);
    IntStream few = IntStream.rangeClosed(2, 9);
    return Stream.concat(
            Stream.of(""),
            Stream.concat(
                few.mapToObj(Integer::toString),
                Stream.iterate(id.number(), n -> n + 1).map(String::valueOf)))
        .map(digits ->
            stem.substring(0, Math.min(stem.length(), Alias.MAX_LENGTH - digits.length())) + digits)
        .flatMap(text -> Alias.parse(text).stream()) // a short stem needs digits to be long enough
        .filter(isFree)
        .findFirst()
        .orElseThrow();
  }

  private static String stem(EmailAddress address) {
    String plain =
        Normalizer.normalize(address.localPart(), Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]", "")
            .replaceFirst("^[0-9]+", "");
    return plain.isEmpty() ? WITHOUT_LETTERS : plain;
  }
}
