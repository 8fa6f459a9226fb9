package im.chrysalis.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.chrysalis.domain.account.Card;
import im.chrysalis.domain.offline.Letterbox;
import im.chrysalis.domain.offline.OfflineMessage;
import im.chrysalis.domain.offline.OfflineMessage.Place;
import im.chrysalis.domain.profile.Picture;
import im.chrysalis.domain.profile.PictureForm;
import im.chrysalis.domain.profile.Profile;
import im.chrysalis.values.AccountId;
import im.chrysalis.values.Guid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What an account has besides its lists, as exports and imports carry it.
 *
 * @param waiting its offline messages
 * @param message its personal message
 * @param picture its display picture
 */
record Belongings(List<OfflineMessage> waiting, String message, Optional<Picture> picture) {
  private static final String WAITING = "offlineMessages";
  private static final String MESSAGE = "message";
  private static final String PICTURE = "picture";

  /**
   * Reads the fields of a line.
   *
   * @throws BadLineException when the line alone shows that they can't be used
   */
  static Belongings read(JsonFields fields) throws BadLineException {
    List<OfflineMessage> waiting = new ArrayList<>();
    for (JsonFields each : fields.objects(WAITING)) {
      waiting.add(letter(each));
      each.end();
    }
    if (waiting.size() > Letterbox.MAX_MESSAGES) {
      throw new BadLineException(fields.path(WAITING) + " are more than " + Letterbox.MAX_MESSAGES);
    }
    String message = fields.text(MESSAGE).orElse("");
    if (message.length() > Profile.MAX_MESSAGE) {
      throw new BadLineException(
          fields.path(MESSAGE) + " has more than " + Profile.MAX_MESSAGE + " characters");
    }
    return new Belongings(waiting, message, picture(fields.path(PICTURE), fields.texts(PICTURE)));
  }

  private static OfflineMessage letter(JsonFields fields) throws BadLineException {
    long sender = fields.integer("number").orElse(0);
    long place = fields.integer("place").orElse(0);
    if (place < 0 || place > Integer.MAX_VALUE) {
      throw new BadLineException(fields.path("place") + " is too large, or negative");
    }
    Card from =
        new Card(
            new AccountId(sender), ImportLine.address(fields, "from"), fields.requiredText("name"));
    UUID id = required(fields, "id", Guid::parse, "a GUID");
    Instant sent = required(fields, "sent", ImportLine::instant, "a time: 2026-01-31T12:00:00Z");
    Optional<String> series = fields.text("series");
    Optional<String> format = fields.text("format");
    String text = fields.requiredText("text");
    try {
      return new OfflineMessage(
          id, from, sent, series.map(it -> new Place(it, (int) place)), format, text);
    } catch (IllegalArgumentException unfit) {
      throw new BadLineException(fields.path("text") + ": " + unfit.getMessage());
    }
  }

  private static <T> T required(
      JsonFields fields, String name, Function<String, Optional<T>> parse, String what)
      throws BadLineException {
    Optional<T> value = fields.parsed(name, parse, what);
    if (value.isEmpty()) {
      throw new BadLineException(fields.path(name) + " is missing");
    }
    return value.get();
  }

  private static Optional<Picture> picture(String path, Map<String, String> fields)
      throws BadLineException {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    if (!fields.keySet().equals(Set.of("name", "data"))) {
      throw new BadLineException(path + " must have name and data, and nothing else");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(fields.getOrDefault("data", ""));
      PictureForm form =
          PictureForm.of(bytes)
              .orElseThrow(() -> new IllegalArgumentException("is no picture that is known"));
      return Optional.of(new Picture(fields.getOrDefault("name", ""), form, bytes));
    } catch (IllegalArgumentException unfit) {
      throw new BadLineException(path + ": " + unfit.getMessage());
    }
  }

  /** Writes it for an account that has just been made. */
  void write(Sql sql, AccountId owner, long now) {
    waiting.forEach(it -> Letters.keep(sql, owner.number(), it));
    if (!message.isEmpty()) {
      StoredProfiles.say(sql, owner, message, now);
    }
    picture.ifPresent(it -> StoredProfiles.show(sql, owner, it, now));
  }

  /** Adds what is kept of an account to its line of an export. */
  static void export(Sql sql, AccountId owner, ObjectNode line) {
    List<OfflineMessage> waiting = Letters.all(sql, owner);
    if (!waiting.isEmpty()) {
      ArrayNode array = line.putArray(WAITING);
      waiting.forEach(it -> write(it, array.addObject()));
    }
    String message = StoredProfiles.find(sql, owner).message();
    if (!message.isEmpty()) {
      line.put(MESSAGE, message);
    }
    StoredProfiles.picture(sql, owner)
        .ifPresent(it ->
            line.putObject(PICTURE)
                .put("name", it.name())
                .put("data", Base64.getEncoder().encodeToString(it.bytes())));
  }

  private static void write(OfflineMessage it, ObjectNode object) {
    object
        .put("id", it.id().toString())
        .put("from", it.from().address().text())
        .put("number", it.from().id().number())
        .put("name", it.from().name())
        .put("sent", it.sent().toString())
        .put("text", it.text());
    it.place()
        .ifPresent(place -> object.put("series", place.series()).put("place", place.number()));
    it.format().ifPresent(format -> object.put("format", format));
  }
}
