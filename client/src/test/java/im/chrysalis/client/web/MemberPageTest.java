package im.chrysalis.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.client.web.MemberPage.Member;
import im.chrysalis.values.ContactList;
import im.chrysalis.values.EmailAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is on which list but that of friends. */
class MemberPageTest {
  private static final String OPERATION =
      "<FindMembershipResponse xmlns=\"http://www.msn.com/webservices/AddressBook\">"
          + "<FindMembershipResult><Services>"
          + "<Service><Memberships><Membership><MemberRole>Allow</MemberRole><Members>"
          + "<Member><PassportName>profile@example.com</PassportName></Member></Members>"
          + "</Membership></Memberships>"
          + "<Info><Handle><Id>2</Id><Type>Profile</Type></Handle></Info></Service>"
          + "<Service><Memberships>"
          + "<Membership><MemberRole>Allow</MemberRole><Members>"
          + member("ben@example.com", "")
          + "<Member xsi:type=\"EmailMember\"><Type>Email</Type><Email>y@example.com</Email></Member>"
          + "<Member xsi:type=\"PhoneMember\"><PhoneNumber>1</PhoneNumber></Member>"
          + member("gone@example.com", "<Deleted>true</Deleted>")
          + member("no address", "")
          + "</Members></Membership>"
          + "<Membership><MemberRole>Block</MemberRole><Members/></Membership>"
          + "<Membership><MemberRole>Contributor</MemberRole><Members>"
          + member("eve@example.com", "")
          + "</Members></Membership>"
          + "<Membership><MemberRole>Pending</MemberRole><Members>"
          + member("carl@example.com", "<DisplayName>Carl</DisplayName>")
          + "</Members></Membership>"
          + "</Memberships><Info><Handle><Id>1</Id><Type>Messenger</Type><ForeignId/></Handle>"
          + "</Info></Service></Services></FindMembershipResult></FindMembershipResponse>";

  private static String member(String who, String more) {
    return "<Member xsi:type=\"PassportMember\"><MembershipId>1</MembershipId><Type>Passport</Type>"
        + more
        + "<State>Accepted</State><PassportName>"
        + who
        + "</PassportName></Member>";
  }

  @Test
  void membersOfTheMessengerAreRead() throws Exception {
    for (byte[] document :
        new byte[][] {Documents.plain(OPERATION), Documents.prefixed(OPERATION)}) {
      assertThat(MemberPage.read(Documents.operation(document)).members())
          .containsExactly(
              new Member(ContactList.ALLOW, EmailAddress.of("ben@example.com"), Optional.empty()),
              new Member(
                  ContactList.PENDING, EmailAddress.of("carl@example.com"), Optional.of("Carl")));
    }
  }
}
