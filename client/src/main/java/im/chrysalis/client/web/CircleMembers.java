package im.chrysalis.client.web;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is in a circle, as its own book tells.
 *
 * @see <a
 *     href="../../../../../../../../../docs/protocol/circles.md#book">docs/protocol/circles.md</a>
 */
public record CircleMembers(List<Member> members) {
  private static final String IN_CIRCLES = "5";
  private static final String ACCEPTED = "3";

  public CircleMembers {
    members = List.copyOf(members);
  }

  /**
   * Somebody.
   *
   * @param id by which they are called in requests
   * @param role 1 to 3; of those who are invited the role that they will have
   */
  public record Member(String id, EmailAddress who, String name, String role, boolean isInvited) {}

  /** Reads the answer; the circle itself is not among them. */
  public static CircleMembers read(Element operation) {
    List<Member> members = new ArrayList<>();
    operation.all("Contact").forEach(it -> member(it).ifPresent(members::add));
    return new CircleMembers(members);
  }

  private static Optional<Member> member(Element contact) {
    Optional<Element> info = contact.child("contactInfo");
    Optional<String> id = contact.textAt("contactId");
    if (info.isEmpty()
        || id.isEmpty()
        || contact.flagAt("fDeleted").orElse(false)
        || info.get().textAt("contactType").filter("Me"::equals).isPresent()) {
      return Optional.empty();
    }
    Optional<Element> network =
        info.get().items("NetworkInfoList", "NetworkInfo").stream()
            .filter(it -> it.textAt("RelationshipType").filter(IN_CIRCLES::equals).isPresent())
            .findFirst();
    boolean isIn =
        network.flatMap(it -> it.textAt("RelationshipState")).filter(ACCEPTED::equals).isPresent();
    return info.get()
        .textAt("passportName")
        .flatMap(EmailAddress::parse)
        .map(who ->
            new Member(
                id.get(),
                who,
                info.get().textAt("displayName").orElse(who.text()),
                network.flatMap(it -> it.textAt("RelationshipRole")).orElse(""),
                !isIn));
  }
}
