package im.chrysalis.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import im.chrysalis.domain.circle.Circle;
import im.chrysalis.domain.circle.CircleMember;
import im.chrysalis.domain.circle.CircleRole;
import im.chrysalis.store.ImportedCircle.Member;
import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Circles in the line of their owner, in an import or export: {@code
 * {"id":GUID,"name":"Rowing","members":[{"account":"anna@example.com","role":"admin"}]}}.
 */
final class CircleFields {
  private static final String CIRCLES = "circles";
  private static final String MEMBERS = "members";
  private static final String A_TIME = "a time: 2026-01-31T12:00:00Z";

  private CircleFields() {}

  private static String word(CircleRole role) {
    return switch (role) {
      case ADMIN -> "admin";
      case ASSISTANT -> "assistant";
      case MEMBER -> "member";
      case PENDING_OUTBOUND -> "invited";
    };
  }

  private static Optional<CircleRole> role(String word) {
    return Arrays.stream(CircleRole.values()).filter(it -> word(it).equals(word)).findFirst();
  }

  static void add(ObjectNode line, List<Circle> owned) {
    if (owned.isEmpty()) {
      return;
    }
    ArrayNode array = line.putArray(CIRCLES);
    for (Circle circle : owned) {
      ObjectNode object =
          array
              .addObject()
              .put("id", circle.id().toString())
              .put("name", circle.name())
              .put("created", circle.created().toString())
              .put("changed", circle.changed().toString());
      ArrayNode members = object.putArray(MEMBERS);
      circle.members().forEach(it -> add(it, members.addObject()));
    }
  }

  private static void add(CircleMember member, ObjectNode object) {
    object.put("account", member.who().address().text()).put("role", word(member.role()));
    member.inviter().ifPresent(it -> object.put("inviter", it.address().text()));
    if (!member.message().isEmpty()) {
      object.put("message", member.message());
    }
    object.put("since", member.since().toString());
    if (member.blocked()) {
      object.put("blocked", true);
    }
  }

  /** Reads the circles that the account of a line owns. */
  static List<ImportedCircle> read(JsonFields line, EmailAddress owner) throws BadLineException {
    List<ImportedCircle> circles = new ArrayList<>();
    for (JsonFields field : line.objects(CIRCLES)) {
      circles.add(circle(field, owner));
      field.end();
    }
    return circles;
  }

  private static ImportedCircle circle(JsonFields field, EmailAddress owner)
      throws BadLineException {
    field.requiredText("id");
    Optional<CircleId> id = field.parsed("id", CircleId::parse, "the GUID of a circle");
    String name = field.requiredText("name");
    if (!Circle.isName(name)) {
      throw new BadLineException(
          field.path("name") + " must have 1 to " + Circle.MAX_NAME + " characters");
    }
    Instant created = time(field, "created").orElseGet(Instant::now);
    Instant changed = time(field, "changed").orElse(created);
    return new ImportedCircle(
        id.orElseThrow(), name, created, changed, members(field, owner, created));
  }

  private static List<Member> members(JsonFields field, EmailAddress owner, Instant created)
      throws BadLineException {
    List<Member> members = new ArrayList<>();
    Set<EmailAddress> seen = new HashSet<>();
    boolean isOwned = false;
    for (JsonFields each : field.objects(MEMBERS)) {
      Member member = member(field.path(MEMBERS) + "[" + members.size() + "]", each, created);
      each.end();
      if (!seen.add(member.who())) {
        throw new BadLineException(member.place() + ": " + member.who() + " is there twice");
      }
      isOwned |= member.who().equals(owner) && member.role() == CircleRole.ADMIN;
      members.add(member);
    }
    if (!isOwned) {
      throw new BadLineException(field.path(MEMBERS) + " must hold the owner, as admin");
    }
    if (members.size() > Circle.MAX_MEMBERS) {
      throw new BadLineException(field.path(MEMBERS) + " are more than " + Circle.MAX_MEMBERS);
    }
    return members;
  }

  private static Member member(String place, JsonFields field, Instant created)
      throws BadLineException {
    EmailAddress who = ImportLine.address(field, "account");
    field.requiredText("role");
    Optional<CircleRole> role =
        field.parsed("role", CircleFields::role, "admin, assistant, member or invited");
    Optional<EmailAddress> inviter =
        field.has("inviter") ? Optional.of(ImportLine.address(field, "inviter")) : Optional.empty();
    String message = field.text("message").orElse("");
    if (message.length() > CircleMember.MAX_MESSAGE) {
      throw new BadLineException(
          field.path("message") + " has more than " + CircleMember.MAX_MESSAGE + " characters");
    }
    return new Member(
        place,
        who,
        role.orElseThrow(),
        inviter,
        message,
        time(field, "since").orElse(created),
        field.flag("blocked"));
  }

  private static Optional<Instant> time(JsonFields field, String name) throws BadLineException {
    return field.parsed(name, ImportLine::instant, A_TIME);
  }
}
