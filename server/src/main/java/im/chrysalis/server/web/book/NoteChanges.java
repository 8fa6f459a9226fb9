package im.chrysalis.server.web.book;

import im.chrysalis.domain.contact.Notes;
import im.chrysalis.server.web.soap.Fault;
import im.chrysalis.wire.xml.Element;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what a client wants written down about a contact or a group. An update names what it is
 * about in {@code propertiesChanged}: what is named and not there is struck out.
 */
final class NoteChanges {
  private static final Map<String, String> FIELDS =
      Map.of(
          "ContactFirstName", "firstName",
          "MiddleName", "MiddleName",
          "ContactLastName", "lastName",
          "ContactQuickName", "quickName",
          "ContactBirthDate", "birthdate",
          "Anniversary", "Anniversary",
          "Comment", "comment");

  private final Map<String, String> notes = new TreeMap<>();

  private NoteChanges() {}

  /** What a new contact comes with; a text for each name. */
  static Map<String, String> of(Element info) throws Fault.Refused {
    NoteChanges changes = new NoteChanges();
    FIELDS
        .values()
        .forEach(field ->
            info.textAt(field).ifPresent(text -> changes.notes.put(NoteNames.field(field), text)));
    changes.flag(info, "isFavorite");
    changes.lists(info);
    changes.notes.values().removeIf(String::isEmpty);
    return changes.withinLimits();
  }

  /**
   * What an update changes; an empty text for what it strikes out.
   *
   * @param tokens the words of {@code propertiesChanged}
   */
  static Map<String, String> of(Element info, Set<String> tokens) throws Fault.Refused {
    NoteChanges changes = new NoteChanges();
    FIELDS.forEach((token, field) -> {
      if (tokens.contains(token)) {
        changes.notes.put(NoteNames.field(field), info.textAt(field).orElse(""));
      }
    });
    if (tokens.contains("IsFavorite")) {
      changes.flag(info, "isFavorite");
    }
    if (tokens.contains("Annotation")) {
      changes.annotations(info);
    }
    if (tokens.contains("ContactEmail")) {
      changes.emails(info);
    }
    if (tokens.contains("ContactPhone")) {
      changes.phones(info);
    }
    if (tokens.contains("ContactLocation")) {
      changes.locations(info);
    }
    if (tokens.contains("ContactWebSite")) {
      changes.sites(info);
    }
    return changes.withinLimits();
  }

  /**
   * What a group's {@code groupInfo} says beside the name.
   *
   * @param tokens as for contacts
   */
  static Map<String, String> ofGroup(Element info, Set<String> tokens) throws Fault.Refused {
    NoteChanges changes = new NoteChanges();
    if (tokens.contains("Annotation")) {
      changes.annotations(info);
    }
    if (tokens.contains("IsFavorite")) {
      changes.flag(info, "IsFavorite");
    }
    return changes.withinLimits();
  }

  /** The words of {@code propertiesChanged}. */
  static Set<String> tokens(Element changed) {
    return Set.copyOf(List.of(changed.textAt("propertiesChanged").orElse("").split("\\s+")));
  }

  /** As much of a text as a note holds. */
  static String fit(String text) {
    return text.substring(0, Math.min(text.length(), Notes.MAX_VALUE));
  }

  private void lists(Element info) {
    annotations(info);
    emails(info);
    phones(info);
    locations(info);
    sites(info);
  }

  private void flag(Element info, String field) {
    info.flagAt(field).ifPresent(yes -> notes.put(NoteNames.field(field), yes ? "true" : ""));
  }

  private void annotations(Element info) {
    for (Element annotation : info.items("annotations", "Annotation")) {
      annotation
          .textAt("Name")
          .ifPresent(
              name -> notes.put(NoteNames.annotation(name), annotation.textAt("Value").orElse("")));
    }
  }

  private void emails(Element info) {
    typed(
        info.items("emails", "ContactEmail"),
        "contactEmailType",
        NoteNames.EMAIL_TYPES,
        NoteNames.EMAIL,
        "email");
  }

  private void phones(Element info) {
    typed(
        info.items("phones", "ContactPhone"),
        "contactPhoneType",
        NoteNames.PHONE_TYPES,
        NoteNames.PHONE,
        "number");
  }

  private void sites(Element info) {
    typed(
        info.items("webSites", "ContactWebSite"),
        "contactWebSiteType",
        NoteNames.SITE_TYPES,
        NoteNames.SITE,
        "webURL");
  }

  private void typed(
      List<Element> items, String typeName, List<String> types, String kind, String valueName) {
    for (Element item : items) {
      String type = item.textAt(typeName).orElse("");
      if (types.contains(type)) {
        notes.put(kind + type, item.textAt(valueName).orElse(""));
      }
    }
  }

  private void locations(Element info) {
    for (Element location : info.items("locations", "ContactLocation")) {
      String type = location.textAt("contactLocationType").orElse("");
      if (NoteNames.LOCATION_TYPES.contains(type)) {
        for (String part : NoteNames.LOCATION_PARTS) {
          notes.put(NoteNames.location(type, part), location.textAt(part).orElse(""));
        }
      }
    }
  }

  private Map<String, String> withinLimits() throws Fault.Refused {
    for (Map.Entry<String, String> note : notes.entrySet()) {
      if (note.getKey().length() > Notes.MAX_NAME || note.getValue().length() > Notes.MAX_VALUE) {
        throw BookFault.badLength(
            note.getKey().substring(0, Math.min(note.getKey().length(), Notes.MAX_NAME)));
      }
    }
    return notes;
  }
}
