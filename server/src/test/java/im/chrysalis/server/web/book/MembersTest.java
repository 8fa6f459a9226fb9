package im.chrysalis.server.web.book;

import static im.chrysalis.server.web.book.Envelopes.operation;
import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.PENDING;
import static im.chrysalis.values.ContactList.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembersTest extends AnnasBook {
  private static String member(String role, String member) {
    return "<serviceHandle><Id>0</Id><Type>Messenger</Type><ForeignId></ForeignId></serviceHandle>"
        + "<memberships><Membership><MemberRole>"
        + role
        + "</MemberRole><Members><Member xsi:type=\"PassportMember\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><Type>Passport</Type>"
        + "<State>Accepted</State>"
        + member
        + "</Member></Members></Membership></memberships>";
  }

  private static String named(String address) {
    return "<PassportName>" + address + "</PassportName>";
  }

  @Test
  void membersAreAllowedAndBlocked() {
    isDone(anna("AddMember", member("Allow", named("BEN@example.test"))), "AddMember");
    assertThat(all.lists(anna, ben)).containsExactly(ALLOW);
    isDone(anna("AddMember", member("Allow", named("ben@example.test"))), "AddMember");
    isDone(anna("DeleteMember", member("Allow", named("ben@example.test"))), "DeleteMember");
    isDone(anna("DeleteMember", member("Allow", named("ben@example.test"))), "DeleteMember");
    assertThat(all.lists(anna, ben)).isEmpty();
  }

  @Test
  void blockingWorksInWhicheverOrderItIsSaid() {
    all.adds(anna, ben, ALLOW);
    isDone(anna("AddMember", member("Block", named("ben@example.test"))), "AddMember");
    isDone(anna("DeleteMember", member("Allow", named("ben@example.test"))), "DeleteMember");
    assertThat(all.lists(anna, ben)).containsExactly(BLOCK);
  }

  @Test
  void strangersToTheNetworkCanBeNoMembers() {
    assertThat(anna("AddMember", member("Allow", named("nobody@example.test"))).errorCode())
        .isEqualTo("InvalidPassportUser");
    assertThat(anna("DeleteMember", member("Allow", named("nobody@example.test"))).errorCode())
        .isEqualTo("MemberDoesNotExist");
  }

  @Test
  void somebodyWhoWasAllowedMayStillBeTakenOffThePendingListByItsId() {
    all.adds(ben, anna, FORWARD);
    String pending = all.asks("anna", operation("FindMembership", "")).role("Pending");
    String id = pending.replaceAll(".*<MembershipId>(\\d+)</MembershipId>.*", "$1");

    isDone(anna("AddMember", member("Allow", named("ben@example.test"))), "AddMember");
    isDone(
        anna("DeleteMember", member("Pending", "<MembershipId>" + id + "</MembershipId>")),
        "DeleteMember");
    assertThat(all.lists(anna, ben)).containsExactly(ALLOW, REVERSE);
  }

  @Test
  void somebodyPendingIsAcceptedAsLibpurpleDoesIt() {
    all.adds(ben, anna, FORWARD);
    assertThat(all.lists(anna, ben)).containsExactly(REVERSE, PENDING);
    String pending = all.asks("anna", operation("FindMembership", "")).role("Pending");
    String id = pending.replaceAll(".*<MembershipId>(\\d+)</MembershipId>.*", "$1");

    isDone(
        anna("DeleteMember", member("Pending", "<MembershipId>" + id + "</MembershipId>")),
        "DeleteMember");
    assertThat(all.lists(anna, ben)).containsExactly(REVERSE);
    isDone(anna("AddMember", member("Reverse", named("ben@example.test"))), "AddMember");
    isDone(anna("AddMember", member("Allow", named("ben@example.test"))), "AddMember");
    assertThat(all.lists(anna, ben)).containsExactly(ALLOW, REVERSE);
    assertThat(all.asks("anna", operation("FindMembership", "")).role("Reverse"))
        .contains("ben@example.test");
  }

  @Test
  void theReverseListIsNobodysToShorten() {
    all.adds(ben, anna, FORWARD);
    assertThat(anna("DeleteMember", member("Reverse", named("ben@example.test"))).errorCode())
        .isEqualTo("Forbidden");
    assertThat(all.lists(anna, ben)).containsExactly(REVERSE, PENDING);
  }

  @Test
  void rolesOfOtherServicesMeanNothing() {
    String everyone =
        "<serviceHandle><Id>0</Id><Type>Profile</Type><ForeignId>MyProfile</ForeignId>"
            + "</serviceHandle><memberships><Membership><MemberRole>ProfileExpression</MemberRole>"
            + "<Members><Member xsi:type=\"RoleMember\" xmlns:xsi=\"urn:x\"><Type>Role</Type>"
            + "</Member></Members></Membership></memberships>";
    isDone(anna("AddMember", everyone), "AddMember");
  }
}
