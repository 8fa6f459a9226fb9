package im.chrysalis.server.web.book;

import im.chrysalis.domain.person.Request;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.ContactId;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.wire.EncodedText;
import im.chrysalis.wire.xml.Element;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What clients change about the visitor's own contact, {@code Me}. Name, privacy and telephones are
 * those of the account, so that other dialects see them; all else is written down.
 */
final class OwnCard {
  /** As long as other dialects take a name, in bytes, encoded. */
  private static final int MAX_NAME = 387;

  /** The same for a telephone number. */
  private static final int MAX_PHONE = 95;

  private final BookKeeper keeper;

  OwnCard(BookKeeper keeper) {
    this.keeper = keeper;
  }

  /** Changes what {@code propertiesChanged} names. */
  void update(AccountId owner, Element info, Set<String> tokens) throws Fault.Refused {
    if (tokens.contains("DisplayName")) {
      String name = info.textAt("displayName").orElse("");
      if (name.isEmpty() || EncodedText.of(name).length() > MAX_NAME) {
        throw BookFault.badLength("displayName");
      }
      keeper.edit(owner, new Request.Rename(name));
    }
    Map<String, String> notes = new TreeMap<>(NoteChanges.of(info, tokens));
    settings(owner, notes);
    telephones(owner, notes);
    keeper.write(owner, new ContactId(owner).guid(), notes);
  }

  private void settings(AccountId owner, Map<String, String> notes) {
    Optional.ofNullable(notes.remove(NoteNames.annotation("MSN.IM.BLP")))
        .flatMap(value -> choice(value, PrivacyDefault.ALLOW, PrivacyDefault.BLOCK))
        .ifPresent(privacy -> keeper.edit(owner, new Request.SetPrivacy(privacy)));
    Optional.ofNullable(notes.remove(NoteNames.annotation("MSN.IM.GTC")))
        .flatMap(value -> choice(value, AddNotice.ASK, AddNotice.SILENT))
        .ifPresent(notice -> keeper.edit(owner, new Request.SetNotice(notice)));
    Optional.ofNullable(notes.remove(NoteNames.annotation("MSN.IM.MBEA")))
        .ifPresent(value ->
            keeper.edit(
                owner,
                new Request.SetProperty(
                    Property.MOBILE_ENABLED,
                    value.equals("1") ? Optional.of("Y") : Optional.empty())));
  }

  /** Of the two, 1 is the first; 0 says that the client has no opinion. */
  private static <T> Optional<T> choice(String value, T first, T second) {
    return switch (value) {
      case "1" -> Optional.of(first);
      case "2" -> Optional.of(second);
      default -> Optional.empty();
    };
  }

  private void telephones(AccountId owner, Map<String, String> notes) throws Fault.Refused {
    for (Property property : Property.values()) {
      String number = property.isPhone() ? notes.remove(NoteNames.phone(property)) : null;
      if (number != null) {
        if (EncodedText.of(number).length() > MAX_PHONE) {
          throw BookFault.badLength("number");
        }
        keeper.edit(
            owner,
            new Request.SetProperty(property, Optional.of(number).filter(it -> !it.isEmpty())));
      }
    }
  }
}
