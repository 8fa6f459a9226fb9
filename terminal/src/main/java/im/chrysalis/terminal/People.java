package im.chrysalis.terminal;

import im.chrysalis.client.Contact;
import im.chrysalis.values.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whom somebody means who types an address, a name, or the beginning of one. */
sealed interface People {
  record One(EmailAddress who) implements People {}

  /** Nobody, or too many. */
  record Unclear(String complaint) implements People {}

  static People meant(String text, Window window) {
    if (text.isBlank()) {
      return new Unclear("whom? An address, or the name of a contact");
    }
    var address = EmailAddress.parse(text);
    if (address.isPresent()) {
      return new One(address.get());
    }
    String wanted = text.toLowerCase(Locale.ROOT);
    // friends before others: a stranger can't take a message by taking a name
    List<EmailAddress> found =
        Stream.<Supplier<List<EmailAddress>>>of(
                () -> matching(window, Contact::isFriend, wanted::equals),
                () -> matching(window, Contact::isFriend, name -> name.startsWith(wanted)),
                () -> matching(window, _ -> true, name -> name.startsWith(wanted)))
            .map(Supplier::get)
            .filter(some -> !some.isEmpty())
            .findFirst()
            .orElse(List.of());
    return switch (found.size()) {
      case 0 -> new Unclear("no address and no contact: " + text);
      case 1 -> new One(found.getFirst());
      default ->
          new Unclear(
              text
                  + " may be "
                  + String.join(" or ", found.stream().map(EmailAddress::text).toList()));
    };
  }

  private static List<EmailAddress> matching(
      Window window, Predicate<Contact> among, Predicate<String> name) {
    return window.roster().people().values().stream()
        .filter(among)
        .filter(it ->
            name.test(it.name().toLowerCase(Locale.ROOT)) || name.test(it.address().localPart()))
        .map(Contact::address)
        .toList();
  }
}
