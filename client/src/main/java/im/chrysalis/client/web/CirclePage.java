package im.chrysalis.client.web;

import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.xml.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the address book tells of circles, beside contacts.
 *
 * @param ticket what the notification server is shown; nothing when the account is in none
 * @see <a
 *     href="../../../../../../../../../docs/protocol/circles.md#book">docs/protocol/circles.md</a>
 */
public record CirclePage(List<Entry> circles, Optional<String> ticket) {
  public CirclePage {
    circles = List.copyOf(circles);
  }

  /**
   * A circle.
   *
   * @param role of the account, in the service's word
   * @param isInvited whether the account has yet to accept or decline
   */
  public record Entry(
      CircleId id, String name, String role, boolean isInvited, Optional<Invitation> invitation) {}

  /** Who invited the account, and with what words; either may be empty. */
  public record Invitation(Optional<EmailAddress> by, String name, String words) {}

  private static final String WAITING = "WaitingResponse";

  /** Reads the answer to the question for contacts. */
  public static CirclePage read(Element operation) {
    Map<CircleId, Invitation> invitations = new HashMap<>();
    operation
        .all("Contact")
        .filter(it -> it.textAt("contactInfo", "contactType").filter("Circle"::equals).isPresent())
        .forEach(it ->
            it.textAt("contactId")
                .flatMap(CircleId::parse)
                .ifPresent(id -> invitations.put(id, invitation(it))));
    List<Entry> circles = new ArrayList<>();
    operation
        .all("CircleInverseInfo")
        .filter(it -> !it.flagAt("Deleted").orElse(false))
        .forEach(it -> entry(it, invitations).ifPresent(circles::add));
    return new CirclePage(circles, operation.textOf("CircleTicket").filter(it -> !it.isBlank()));
  }

  private static Invitation invitation(Element contact) {
    return new Invitation(
        contact.textOf("InviterEmail").map(String::strip).flatMap(EmailAddress::parse),
        contact.textOf("InviterName").orElse(""),
        contact.textOf("InviterMessage").orElse(""));
  }

  private static Optional<Entry> entry(Element info, Map<CircleId, Invitation> invitations) {
    Optional<Element> membership =
        info.at("PersonalInfo", "MembershipInfo", "CirclePersonalMembership");
    boolean isInvited =
        membership.flatMap(it -> it.textAt("State")).filter(WAITING::equals).isPresent();
    return info.textAt("Content", "Handle", "Id")
        .flatMap(CircleId::parse)
        .map(id ->
            new Entry(
                id,
                info.textAt("Content", "Info", "DisplayName").orElse(""),
                membership.flatMap(it -> it.textAt("Role")).orElse(""),
                isInvited,
                Optional.ofNullable(invitations.get(id)).filter(_ -> isInvited)));
  }
}
