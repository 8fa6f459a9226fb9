package im.chrysalis.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.chrysalis.domain.contact.Notes;
import im.chrysalis.values.Guid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Notes in a line of an import or export: {@code {"about":GUID,"name":"comment","text":"tall"}}.
 */
final class NoteFields {
  private static final String NOTES = "notes";
  private static final String ABOUT = "about";
  private static final String NAME = "name";
  private static final String TEXT = "text";

  private NoteFields() {}

  /** One note. */
  record Note(UUID about, String name, String text) {}

  static void add(ObjectNode line, Map<UUID, Map<String, String>> notes) {
    if (notes.isEmpty()) {
      return;
    }
    ArrayNode array = line.putArray(NOTES);
    new TreeMap<>(notes)
        .forEach((about, texts) ->
            texts.forEach((name, text) ->
                array.addObject().put(ABOUT, about.toString()).put(NAME, name).put(TEXT, text)));
  }

  static List<Note> read(JsonFields line) throws BadLineException {
    List<Note> notes = new ArrayList<>();
    for (JsonFields field : line.objects(NOTES)) {
      field.requiredText(ABOUT);
      Optional<UUID> about = field.parsed(ABOUT, Guid::parse, ImportLine.A_GUID);
      notes.add(
          new Note(
              about.orElseThrow(),
              within(field, NAME, Notes.MAX_NAME),
              within(field, TEXT, Notes.MAX_VALUE)));
      field.end();
    }
    return notes;
  }

  private static String within(JsonFields field, String name, int most) throws BadLineException {
    String text = field.requiredText(name);
    if (text.isEmpty() || text.length() > most) {
      throw new BadLineException(field.path(name) + " must have 1 to " + most + " characters");
    }
    return text;
  }
}
