package im.chrysalis.client.web;

import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.payload.MemberRole;
import im.chrysalis.wire.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everybody on a list but the forward list, as {@code FindMembership} tells them. Members of other
 * networks, and whatever else can be a member, are passed over.
 *
 * @param members one for each list that somebody is on
 */
public record MemberPage(List<Member> members) {
  public MemberPage {
    members = List.copyOf(members);
  }

  /**
   * Somebody on a list.
   *
   * @param name what they call themselves, which is told of those who wait for a decision
   */
  public record Member(ContactList list, EmailAddress who, Optional<String> name) {}

  /** Reads the answer. */
  public static MemberPage read(Element operation) {
    List<Member> members = new ArrayList<>();
    for (Element service : operation.all("Service").filter(MemberPage::isMessenger).toList()) {
      for (Element membership : service.items("Memberships", "Membership")) {
        membership
            .textAt("MemberRole")
            .flatMap(MemberRole::named)
            .ifPresent(role ->
                membership
                    .items("Members", "Member")
                    .forEach(it -> member(it, role.list()).ifPresent(members::add)));
      }
    }
    return new MemberPage(members);
  }

  private static boolean isMessenger(Element service) {
    return service.textAt("Info", "Handle", "Type").filter("Messenger"::equals).isPresent();
  }

  private static Optional<Member> member(Element member, ContactList list) {
    if (member.flagAt("Deleted").orElse(false)) {
      return Optional.empty();
    }
    return member
        .textAt("PassportName")
        .flatMap(EmailAddress::parse)
        .map(who -> new Member(list, who, member.textAt("DisplayName")));
  }
}
