package im.chrysalis.testkit;

import im.chrysalis.values.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody in a transcript. {@code alice} has the address {@code alice@example.test}, the password
 * {@code alice-secret} and, when nothing else is given, the friendly name {@code Alice}.
 */
record Person(String name) {
  static Person named(String name) {
    return new Person(name);
  }

  EmailAddress address() {
    return EmailAddress.of(name + "@example.test");
  }

  String password() {
    return name + "-secret";
  }

  /**
   * The GUID in braces by which a connection says since MSNP16 where it is: {@code alice}, {@code
   * alice/2}.
   */
  static String place(String speaker) {
    return "{" + UUID.nameUUIDFromBytes(speaker.getBytes(StandardCharsets.UTF_8)) + "}";
  }

  String usualFriendlyName() {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
