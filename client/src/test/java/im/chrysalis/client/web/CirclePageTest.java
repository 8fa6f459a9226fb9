package im.chrysalis.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.values.CircleId;
import im.chrysalis.values.EmailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Circles in somebody's own book, and the books of circles. */
class CirclePageTest {
  private static final String ROWING = "00000000-0000-0000-0009-3f6a90c211d4";
  private static final String CHOIR = "00000000-0000-0000-0009-000000000007";

  private static String contact(String id, String network) {
    return "<Contact><contactId>"
        + id
        + "</contactId><contactInfo><contactType>Circle</contactType>"
        + "<NetworkInfoList><NetworkInfo>"
        + network
        + "</NetworkInfo></NetworkInfoList></contactInfo></Contact>";
  }

  private static String inverse(String id, String name, String role, String state) {
    return "<CircleInverseInfo><Content><Handle><Id>"
        + id
        + "</Id></Handle><Info><DisplayName>"
        + name
        + "</DisplayName></Info></Content><PersonalInfo><MembershipInfo>"
        + "<CirclePersonalMembership><Role>"
        + role
        + "</Role><State>"
        + state
        + "</State></CirclePersonalMembership></MembershipInfo></PersonalInfo>"
        + "<Deleted>false</Deleted></CircleInverseInfo>";
  }

  @Test
  void circlesAndInvitationsAreRead() throws Exception {
    String operation =
        "<ABFindContactsPagedResponse xmlns=\"http://www.msn.com/webservices/AddressBook\">"
            + "<ABFindContactsPagedResult><Contacts>"
            + contact(ROWING.toUpperCase(Locale.ROOT), "<DomainId>1</DomainId>")
            + contact(
                CHOIR,
                "<InviterMessage>Do &lt;come&gt;!</InviterMessage><InviterName>Ben</InviterName>"
                    + "<InviterEmail>ben@example.com</InviterEmail>")
            + "</Contacts><CircleResult><Circles>"
            + inverse(ROWING, "Rowing", "Admin", "Accepted")
            + inverse(CHOIR, "Choir", "StatePendingOutbound", "WaitingResponse")
            + inverse("no circle", "x", "Member", "Accepted")
            + "</Circles><CircleTicket>&lt;SignedTicket/&gt;</CircleTicket></CircleResult>"
            + "</ABFindContactsPagedResult></ABFindContactsPagedResponse>";
    for (byte[] document :
        new byte[][] {Documents.plain(operation), Documents.prefixed(operation)}) {
      CirclePage page = CirclePage.read(Documents.operation(document));
      assertThat(page.ticket()).contains("<SignedTicket/>");
      assertThat(page.circles())
          .containsExactly(
              new CirclePage.Entry(
                  CircleId.parse(ROWING).orElseThrow(), "Rowing", "Admin", false, Optional.empty()),
              new CirclePage.Entry(
                  CircleId.parse(CHOIR).orElseThrow(),
                  "Choir",
                  "StatePendingOutbound",
                  true,
                  Optional.of(
                      new CirclePage.Invitation(
                          Optional.of(EmailAddress.of("ben@example.com")), "Ben", "Do <come>!"))));
    }
  }

  @Test
  void whoeverIsInNoneHasNoTicket() throws Exception {
    CirclePage page =
        CirclePage.read(
            Documents.operation(
                Documents.plain(
                    "<ABFindContactsPagedResponse><ABFindContactsPagedResult>"
                        + "<Contacts/></ABFindContactsPagedResult></ABFindContactsPagedResponse>")));
    assertThat(page).isEqualTo(new CirclePage(List.of(), Optional.empty()));
  }

  private static String member(String id, String type, String who, int state, int role) {
    return "<Contact><contactId>"
        + id
        + "</contactId><contactInfo><contactType>"
        + type
        + "</contactType><passportName>"
        + who
        + "</passportName><displayName>It's "
        + id
        + "</displayName><NetworkInfoList><NetworkInfo><RelationshipType>5</RelationshipType>"
        + "<RelationshipState>"
        + state
        + "</RelationshipState><RelationshipRole>"
        + role
        + "</RelationshipRole></NetworkInfo></NetworkInfoList></contactInfo></Contact>";
  }

  @Test
  void membersAreReadAndTheCircleIsNone() throws Exception {
    String operation =
        "<ABFindContactsPagedResponse><ABFindContactsPagedResult><Contacts>"
            + member("a", "Live", "anna@example.com", 3, 1)
            + member("b", "LivePending", "ben@example.com", 2, 3)
            + member("c", "Me", ROWING + "@live.com", 3, 0)
            + "</Contacts></ABFindContactsPagedResult></ABFindContactsPagedResponse>";
    assertThat(CircleMembers.read(Documents.operation(Documents.plain(operation))).members())
        .containsExactly(
            new CircleMembers.Member(
                "a", EmailAddress.of("anna@example.com"), "It's a", "1", false),
            new CircleMembers.Member("b", EmailAddress.of("ben@example.com"), "It's b", "3", true));
  }
}
