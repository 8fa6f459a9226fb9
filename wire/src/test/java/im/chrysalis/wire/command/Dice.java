package im.chrysalis.wire.command;

import im.chrysalis.values.Capabilities;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.EndpointId;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.EndpointAddress;
import im.chrysalis.wire.TrId;
import im.chrysalis.wire.dialect.Dialect;
import im.chrysalis.wire.dialect.Trait;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes up at random what commands of a dialect are made of. */
final class Dice {
  private static final String LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:/+-_{}%";

  private final Random random;
  private final Dialect dialect;

  Dice(Random random, Dialect dialect) {
    this.random = random;
    this.dialect = dialect;
  }

  boolean yes() {
    return random.nextBoolean();
  }

  /** A number from 1 up to, but not including, another one. */
  int upTo(int bound) {
    return random.nextInt(1, bound);
  }

  TrId trId() {
    return new TrId(unsigned());
  }

  long unsigned() {
    return random.nextLong(0x1_0000_0000L);
  }

  /** The lists' version, 0 where the dialect does not say it. */
  long version() {
    return dialect.has(Trait.LIST_VERSIONS) ? unsigned() : 0;
  }

  EmailAddress address() {
    String local = yes() ? "anna" : "jörg.ł.€";
    return EmailAddress.of(local + random.nextInt(1000) + "@example.com");
  }

  /** Somebody at a place, in dialects that know of places. */
  EndpointAddress place() {
    Optional<EndpointId> place =
        dialect.has(Trait.ENDPOINTS)
            ? maybe(() -> new EndpointId(new UUID(random.nextLong(), random.nextLong())))
            : Optional.empty();
    return new EndpointAddress(address(), place);
  }

  Capabilities capabilities() {
    if (!dialect.has(Trait.CAPABILITIES)) {
      return Capabilities.NONE;
    }
    return new Capabilities(unsigned(), dialect.has(Trait.ENDPOINTS) ? unsigned() : 0);
  }

  Optional<String> picture() {
    return dialect.has(Trait.PICTURES) ? maybe(this::word) : Optional.empty();
  }

  /** A word of three to twelve letters. */
  String word() {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(3, 13);
    while (word.length() < length) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }

  List<String> words(int count) {
    return Stream.generate(this::word).limit(count).toList();
  }

  /** Text as it might come: raw bytes of any set, encoded in either case, or not quite encoded. */
  EncodedText text() {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(1, 30);
    while (word.length() < length) {
      word.append((char) random.nextInt('!', 0x100));
    }
    return EncodedText.raw(word.toString());
  }

  Map<String, EncodedText> facts() {
    Map<String, EncodedText> facts = new LinkedHashMap<>();
    for (String fact : List.of("fname", "lname", "city", "state", "country")) {
      facts.put(fact, yes() ? text() : EncodedText.raw(""));
    }
    return facts;
  }

  byte[] payload(int most) {
    byte[] bytes = new byte[random.nextInt(most + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  <T> Optional<T> maybe(Supplier<T> thing) {
    return yes() ? Optional.of(thing.get()) : Optional.empty();
  }
}
