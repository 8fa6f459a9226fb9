package im.chrysalis.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import im.chrysalis.client.Contact;
import im.chrysalis.client.Conversation;
import im.chrysalis.client.Event;
import im.chrysalis.client.Failure;
import im.chrysalis.client.Place;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.values.Status;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what happens as JSON, one object a line, for scripts. Fields: docs/terminal.md. */
final class JsonEvents {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final InstantSource clock;

  JsonEvents(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  void event(Event event) {
    switch (event) {
      case Event.SignedIn it ->
          write(
              "signed-in",
              fields(
                  "account",
                  it.account().text(),
                  "name",
                  it.name(),
                  "dialect",
                  it.dialect().name()));
      case Event.PresenceChanged it -> write("presence", contact(it.contact()));
      case Event.PersonalMessageChanged it -> write("presence", contact(it.contact()));
      case Event.MessageReceived it ->
          write("message", fields("from", it.from().text(), "name", it.name(), "text", it.text()));
      case Event.OfflineMessageReceived it -> write("offline-message", letter(it));
      case Event.SaidElsewhere it ->
          write(
              "message",
              fields("to", people(it.conversation()), "text", it.text(), "elsewhere", true));
      case Event.PlacesChanged it ->
          write("places", fields("places", it.places().stream().map(JsonEvents::place).toList()));
      case Event.CirclesChanged it -> write("circles", JsonCircles.all(it.circles()));
      case Event.InvitedToCircle it -> write("circle-invitation", JsonCircles.invitation(it));
      case Event.CirclePresenceChanged it -> write("circle-presence", JsonCircles.presence(it));
      case Event.CircleMessageReceived it -> write("circle-message", JsonCircles.message(it));
      case Event.CircleTyping it -> write("circle-typing", JsonCircles.typing(it));
      case Event.Typing it -> write("typing", fields("from", it.from().text(), "name", it.name()));
      case Event.ContactChanged it -> write("contact", contact(it.contact()));
      case Event.AddedYou it -> write("contact", with(contact(it.contact()), "added-you"));
      case Event.RemovedYou it -> write("contact", with(contact(it.contact()), "removed-you"));
      case Event.Disconnected it -> error(it.why());
      case Event.SignedOut it ->
          write("signed-out", it.why().map(why -> fields("why", why.sentence())).orElse(Map.of()));
      case Event.GroupsChanged _,
          Event.Joined _,
          Event.Left _,
          Event.ShutdownAnnounced _,
          Event.DataReceived _,
          Event.CircleDataReceived _ -> {
        // nothing of this is among the events that scripts may rely on
      }
    }
  }

  /** Something did not succeed. */
  void error(Failure why) {
    error(why.sentence());
  }

  void error(String complaint) {
    write("error", fields("text", complaint));
  }

  /** A message was taken by everybody, or was not. */
  void sent(String to, String text, Optional<Failure> why) {
    if (why.isPresent()) {
      write("error", fields("to", to, "text", why.get().sentence()));
    } else {
      write("message", fields("to", to, "text", text, "acknowledged", true));
    }
  }

  /** The same of what a line of the input said. */
  void sent(String to, String text, Optional<Failure> why, int line) {
    if (why.isPresent()) {
      write("error", fields("line", line, "to", to, "text", why.get().sentence()));
    } else {
      sent(to, text, why);
    }
  }

  /** What a line of the input asked for did not succeed. */
  void refused(int line, Failure why) {
    badLine(line, why.sentence());
  }

  /** A line of the input that can't be done. */
  void badLine(int line, String complaint) {
    write("error", fields("line", line, "text", complaint));
  }

  /** How the account itself is called and appears now. */
  void self(EmailAddress account, String name, Status status) {
    write("presence", fields("account", account.text(), "name", name, "status", status.code()));
  }

  private static Map<String, Object> letter(Event.OfflineMessageReceived it) {
    Map<String, Object> fields =
        fields("from", it.from().text(), "name", it.name(), "text", it.text(), "id", it.id());
    it.sentAt().ifPresent(at -> fields.put("sent", at.toString()));
    return fields;
  }

  private static String people(Conversation conversation) {
    return conversation.people().stream()
        .map(EmailAddress::text)
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Map<String, Object> place(Place place) {
    return fields(
        "id",
        place.id().toString(),
        "name",
        place.name(),
        "status",
        place.status().code(),
        "here",
        place.isHere());
  }

  /** A message for somebody who is not there is kept, or is not. */
  void left(String to, String text, int line, Optional<Failure> why) {
    if (why.isPresent()) {
      sent(to, text, why, line);
    } else {
      write("message", fields("to", to, "text", text, "left", true));
    }
  }

  private static Map<String, Object> contact(Contact contact) {
    Map<String, Object> fields =
        fields(
            "account",
            contact.address().text(),
            "name",
            contact.name(),
            "status",
            contact.status().code());
    String tells = contact.look().message().text();
    if (!tells.isEmpty()) {
      fields.put("tells", tells);
    }
    return fields;
  }

  /** Names and values in turn, kept in this order. */
  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return fields;
  }

  private static Map<String, Object> with(Map<String, Object> fields, String change) {
    fields.put("change", change);
    return fields;
  }

  // lines come from several threads, each whole
  private synchronized void write(String event, Map<String, ?> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("event", event);
    line.putAll(fields);
    try {
      out.println(JSON.writeValueAsString(line));
      out.flush();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers are always JSON", impossible);
    }
  }
}
