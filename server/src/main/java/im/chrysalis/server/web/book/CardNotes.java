package im.chrysalis.server.web.book;

import im.chrysalis.domain.account.Account;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import im.chrysalis.wire.xml.Markup;
import im.chrysalis.wire.xml.Template;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an owner has written down about one contact, as the pieces of a {@code contactInfo}. The
 * names of notes are those of {@link NoteNames}.
 */
final class CardNotes {
  static final String NICKNAME = "AB.NickName";

  private static final Template EMAIL =
      Template.of(
          """
          <ContactEmail>
            <contactEmailType>{type}</contactEmailType><email>{email}</email>
            <isMessengerEnabled>false</isMessengerEnabled><Capability>0</Capability>
            <MessengerEnabledExternally>false</MessengerEnabledExternally><propertiesChanged/>
          </ContactEmail>
          """);
  private static final Template PHONE =
      Template.of(
          """
          <ContactPhone>
            <contactPhoneType>{type}</contactPhoneType><number>{number}</number>
            <isMessengerEnabled>false</isMessengerEnabled><propertiesChanged/>
          </ContactPhone>
          """);
  private static final Template SITE =
      Template.of(
          """
          <ContactWebSite>
            <contactWebSiteType>{type}</contactWebSiteType><webURL>{url}</webURL>
          </ContactWebSite>
          """);
  private static final Template LOCATION =
      Template.of(
          """
          <ContactLocation>
            <contactLocationType>{type}</contactLocationType>{parts}<Changes/>
          </ContactLocation>
          """);
  private static final Template ANNOTATION =
      Template.of("<Annotation><Name>{name}</Name><Value>{value}</Value></Annotation>");

  private final Map<String, String> notes;

  CardNotes(Map<String, String> notes) {
    this.notes = notes;
  }

  /** The same with the settings that other dialects know under other names. */
  CardNotes withSettings(Account owner) {
    Map<String, String> all = new TreeMap<>(notes);
    all.putIfAbsent(NoteNames.annotation("MSN.IM.MPOP"), "1");
    all.putIfAbsent(NoteNames.annotation("MSN.IM.RoamLiveProperties"), "1");
    boolean mobile = "Y".equals(owner.properties().get(Property.MOBILE_ENABLED));
    all.put(NoteNames.annotation("MSN.IM.MBEA"), mobile ? "1" : "0");
    all.put(NoteNames.annotation("MSN.IM.GTC"), owner.notice() == AddNotice.ASK ? "1" : "2");
    all.put(
        NoteNames.annotation("MSN.IM.BLP"), owner.privacy() == PrivacyDefault.ALLOW ? "1" : "2");
    return new CardNotes(all);
  }

  /** The same with the owner's own name for the contact. */
  CardNotes withLabel(Optional<String> label) {
    if (label.isEmpty()) {
      return this;
    }
    Map<String, String> all = new TreeMap<>(notes);
    all.put(NoteNames.annotation(NICKNAME), label.get());
    return new CardNotes(all);
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(notes.get(NoteNames.field(name)));
  }

  /** Elements for those of the fields that are there. */
  Markup fields(String... names) {
    if (notes.isEmpty()) {
      return Markup.NONE;
    }
    StringBuilder out = new StringBuilder();
    for (String name : names) {
      field(name).ifPresent(value -> element(name, value, out));
    }
    return new Markup(out.toString());
  }

  Markup annotations() {
    return list("annotations", NoteNames.ANNOTATION, ANNOTATION);
  }

  Markup emails() {
    return list("emails", NoteNames.EMAIL, EMAIL);
  }

  Markup sites() {
    return list("webSites", NoteNames.SITE, SITE);
  }

  /** Telephone numbers that the owner wrote down, and those that the contact tells. */
  Markup phones(Map<Property, String> told) {
    if (told.isEmpty()) {
      return list("phones", NoteNames.PHONE, PHONE);
    }
    Map<String, String> all = new TreeMap<>();
    told.forEach((property, number) -> {
      if (property.isPhone()) {
        all.put(NoteNames.phone(property), number);
      }
    });
    all.putAll(notes);
    return new CardNotes(all).list("phones", NoteNames.PHONE, PHONE);
  }

  Markup locations() {
    Map<String, StringBuilder> byType = new TreeMap<>();
    notes.forEach((name, value) ->
        NoteNames.location(name)
            .ifPresent(it ->
                element(
                    it.part(),
                    value,
                    byType.computeIfAbsent(it.type(), _ -> new StringBuilder()))));
    StringBuilder items = new StringBuilder();
    byType.forEach(
        (type, parts) -> items.append(LOCATION.fill(type, new Markup(parts.toString())).xml()));
    return wrapped("locations", items);
  }

  private Markup list(String list, String kind, Template item) {
    if (notes.isEmpty()) {
      return Markup.NONE;
    }
    StringBuilder items = new StringBuilder();
    notes.forEach((name, value) -> {
      if (name.startsWith(kind)) {
        items.append(item.fill(name.substring(kind.length()), value).xml());
      }
    });
    return wrapped(list, items);
  }

  private static Markup wrapped(String name, StringBuilder items) {
    return items.isEmpty() ? Markup.NONE : new Markup("<" + name + ">" + items + "</" + name + ">");
  }

  private static void element(String name, String value, StringBuilder out) {
    out.append('<').append(name).append('>');
    out.append(Markup.text(value).xml());
    out.append("</").append(name).append('>');
  }
}
