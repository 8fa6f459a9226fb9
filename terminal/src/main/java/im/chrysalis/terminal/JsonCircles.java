package im.chrysalis.terminal;

import im.chrysalis.client.Circle;
import im.chrysalis.client.CircleInvitation;
import im.chrysalis.client.CircleMember;
import im.chrysalis.client.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What happens in circles, as fields of JSON. They are described in docs/terminal.md. */
final class JsonCircles {
  private JsonCircles() {}

  static Map<String, Object> all(List<Circle> circles) {
    return Map.of("circles", circles.stream().map(JsonCircles::circle).toList());
  }

  private static Map<String, Object> circle(Circle circle) {
    Map<String, Object> fields = named(circle);
    fields.put("role", CircleCommands.word(circle.role()));
    fields.put("members", circle.members().stream().map(JsonCircles::member).toList());
    return fields;
  }

  private static Map<String, Object> named(Circle circle) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("circle", circle.id().toString());
    fields.put("circle-name", circle.name());
    return fields;
  }

  private static Map<String, Object> member(CircleMember member) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("account", member.address().text());
    fields.put("name", member.name());
    fields.put("role", CircleCommands.word(member.role()));
    fields.put("status", member.look().status().code());
    return fields;
  }

  static Map<String, Object> invitation(Event.InvitedToCircle it) {
    Map<String, Object> fields = named(it.circle());
    CircleInvitation invitation = it.invitation();
    invitation.by().ifPresent(by -> fields.put("from", by.text()));
    fields.put("name", invitation.name());
    fields.put("text", invitation.text());
    return fields;
  }

  static Map<String, Object> presence(Event.CirclePresenceChanged it) {
    Map<String, Object> fields = named(it.circle());
    fields.putAll(member(it.member()));
    return fields;
  }

  static Map<String, Object> message(Event.CircleMessageReceived it) {
    Map<String, Object> fields = typing(it.circle(), it.from().text(), it.name());
    fields.put("text", it.text());
    return fields;
  }

  static Map<String, Object> typing(Event.CircleTyping it) {
    return typing(it.circle(), it.from().text(), it.name());
  }

  private static Map<String, Object> typing(Circle circle, String from, String name) {
    Map<String, Object> fields = named(circle);
    fields.put("from", from);
    fields.put("name", name);
    return fields;
  }
}
