package im.chrysalis.server.web.book;

import static im.chrysalis.server.web.book.Envelopes.operation;
import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.PENDING;
import static im.chrysalis.values.ContactList.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.contact.Group;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangingTest {
  private static final String BOOK = "<abId>00000000-0000-0000-0000-000000000000</abId>";
  private static final String FIND = operation("ABFindAll", BOOK);

  @TempDir Path directory;
  private Neighbourhood all;
  private Account anna;
  private Account ben;

  @BeforeEach
  void open() {
    all = new Neighbourhood(directory);
    anna = all.join("anna");
    ben = all.join("ben");
  }

  @AfterEach
  void close() {
    all.close();
  }

  private Answer anna(String name, String content) {
    return all.asks("anna", operation(name, content));
  }

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

  private static String contact(Account who, String info, String changed) {
    return BOOK
        + "<contacts><Contact><contactId>"
        + Neighbourhood.id(who)
        + "</contactId><contactInfo>"
        + info
        + "</contactInfo><propertiesChanged>"
        + changed
        + "</propertiesChanged></Contact></contacts>";
  }

  private static void isDone(Answer answer, String operation) {
    assertThat(answer.text())
        .contains(
            "<soap:Body><"
                + operation
                + "Response xmlns=\"http://www.msn.com/webservices/AddressBook\"></"
                + operation
                + "Response></soap:Body>");
    assertThat(answer.status()).isEqualTo(200);
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

  @Test
  void aContactIsAddedAllowedAndTold() {
    Answer answer =
        anna(
            "ABContactAdd",
            BOOK
                + "<contacts><Contact xmlns=\"http://www.msn.com/webservices/AddressBook\">"
                + "<contactInfo><contactType>LivePending</contactType>"
                + "<passportName>ben@example.test</passportName>"
                + "<isMessengerUser>true</isMessengerUser><MessengerMemberInfo>"
                + "<PendingAnnotations><Annotation><Name>MSN.IM.InviteMessage</Name>"
                + "<Value>Hi &amp; hello</Value></Annotation></PendingAnnotations>"
                + "<DisplayName>Anna</DisplayName></MessengerMemberInfo></contactInfo></Contact>"
                + "</contacts><options><EnableAllowListManagement>true"
                + "</EnableAllowListManagement></options>");
    assertThat(answer.text())
        .contains(
            "<ABContactAddResult><guid>" + Neighbourhood.id(ben) + "</guid></ABContactAddResult>");
    assertThat(all.lists(anna, ben)).containsExactly(FORWARD, ALLOW);
    assertThat(all.lists(ben, anna)).containsExactly(REVERSE, PENDING);
    assertThat(all.asks("ben", operation("FindMembership", "")).role("Pending"))
        .contains("<Annotation><Name>MSN.IM.InviteMessage</Name><Value>Hi &amp; hello</Value>");
  }

  @Test
  void whoeverIsAddedHearsOfItWhereTheyAreSignedIn() {
    List<SessionEvent> heard = new CopyOnWriteArrayList<>();
    SessionLink session =
        new SessionLink() {
          @Override
          public SessionId id() {
            return new SessionId("", 7);
          }

          @Override
          public void deliver(SessionEvent event) {
            heard.add(event);
          }
        };
    all.ask(ben, new Request.SignIn(session, Optional.empty()));
    add("ben@example.test");
    long version = all.roster(ben).account().listVersion();
    assertThat(heard).containsExactly(new SessionEvent.AddedBy(anna.card(), version));
  }

  @Test
  void aContactThatCantBeAddedSaysWhy() {
    all.adds(anna, ben, FORWARD);
    Answer again = add("ben@example.test");
    assertThat(again.status()).isEqualTo(500);
    assertThat(again.errorCode()).isEqualTo("ContactAlreadyExists");
    assertThat(again.between("conflictObjectId")).isEqualTo(Neighbourhood.id(ben));
    assertThat(add("nobody@example.test").errorCode()).isEqualTo("InvalidPassportUser");
    assertThat(add("no address").errorCode()).isEqualTo("BadEmailArgument");
    assertThat(add("anna@example.test").errorCode()).isEqualTo("ContactAlreadyExists");
  }

  private Answer add(String address) {
    return anna(
        "ABContactAdd",
        BOOK
            + "<contacts><Contact><contactInfo><passportName>"
            + address
            + "</passportName></contactInfo></Contact></contacts>");
  }

  @Test
  void aContactIsRemovedAndStaysAllowed() {
    all.adds(anna, ben, FORWARD);
    all.adds(anna, ben, ALLOW);
    isDone(anna("ABContactDelete", contact(ben, "", "")), "ABContactDelete");
    assertThat(all.lists(anna, ben)).containsExactly(ALLOW);
    assertThat(anna("ABContactDelete", contact(ben, "", "")).errorCode())
        .isEqualTo("ContactDoesNotExist");
  }

  @Test
  void whatIsWrittenDownAboutAContactIsFoundAgain() {
    all.adds(anna, ben, FORWARD);
    String info =
        "<emails><ContactEmail><contactEmailType>ContactEmailPersonal</contactEmailType>"
            + "<email>ben@home.test</email><propertiesChanged>Email</propertiesChanged>"
            + "</ContactEmail></emails><phones><ContactPhone>"
            + "<contactPhoneType>ContactPhoneMobile</contactPhoneType><number>+49 1</number>"
            + "</ContactPhone></phones><locations><ContactLocation>"
            + "<contactLocationType>ContactLocationPersonal</contactLocationType>"
            + "<city>Bonn</city><Changes>City</Changes></ContactLocation></locations><webSites>"
            + "<ContactWebSite><contactWebSiteType>ContactWebSitePersonal</contactWebSiteType>"
            + "<webURL>http://ben.test/</webURL></ContactWebSite></webSites><annotations>"
            + "<Annotation><Name>AB.NickName</Name><Value>Benny</Value></Annotation>"
            + "<Annotation><Name>AB.Spouse</Name><Value>Carol</Value></Annotation></annotations>"
            + "<firstName>Ben</firstName><lastName>B&lt;</lastName><comment>tall</comment>"
            + "<isFavorite>true</isFavorite>";
    String tokens =
        "ContactEmail ContactPhone ContactLocation ContactWebSite Annotation ContactFirstName"
            + " ContactLastName Comment IsFavorite ";
    isDone(anna("ABContactUpdate", contact(ben, info, tokens)), "ABContactUpdate");

    assertThat(all.contact(anna, ben).orElseThrow().label()).contains("Benny");
    assertThat(all.asks("anna", FIND).contact(ben))
        .contains("<email>ben@home.test</email>")
        .contains("<contactPhoneType>ContactPhoneMobile</contactPhoneType><number>+49 1</number>")
        .contains("<city>Bonn</city><Changes/>")
        .contains("<webURL>http://ben.test/</webURL>")
        .contains("<Name>AB.NickName</Name><Value>Benny</Value>")
        .contains("<Name>AB.Spouse</Name><Value>Carol</Value>")
        .contains("<firstName>Ben</firstName><lastName>B&lt;</lastName>")
        .contains("<comment>tall</comment>")
        .contains("<isFavorite>true</isFavorite>");

    String less =
        "<annotations><Annotation><Name>AB.NickName</Name><Value/></Annotation>"
            + "<Annotation><Name>AB.Spouse</Name><Value/></Annotation></annotations>";
    isDone(
        anna("ABContactUpdate", contact(ben, less, "Annotation ContactFirstName")),
        "ABContactUpdate");
    assertThat(all.contact(anna, ben).orElseThrow().label()).isEmpty();
    assertThat(all.asks("anna", FIND).contact(ben))
        .doesNotContain("<firstName>", "AB.Spouse", "AB.NickName")
        .contains("<lastName>");
  }

  @Test
  void notesGoWithTheContact() {
    all.adds(anna, ben, FORWARD);
    anna("ABContactUpdate", contact(ben, "<comment>tall</comment>", "Comment"));
    anna("ABContactDelete", contact(ben, "", ""));
    all.adds(anna, ben, FORWARD);
    assertThat(all.asks("anna", FIND).contact(ben)).isNotEmpty().doesNotContain("tall");
  }

  @Test
  void thereIsALimitToWhatIsWrittenDown() {
    all.adds(anna, ben, FORWARD);
    assertThat(
            anna(
                    "ABContactUpdate",
                    contact(ben, "<comment>" + "x".repeat(2001) + "</comment>", "Comment"))
                .errorCode())
        .isEqualTo("BadArgumentLength");
    StringBuilder many = new StringBuilder("<annotations>");
    for (int i = 0; i < 61; i++) {
      many.append("<Annotation><Name>N").append(i).append("</Name><Value>1</Value></Annotation>");
    }
    assertThat(
            anna("ABContactUpdate", contact(ben, many + "</annotations>", "Annotation"))
                .errorCode())
        .isEqualTo("RequestLimitReached");
  }

  @Test
  void somebodyWhoIsNoMessengerUserAnyMoreLeavesTheList() {
    all.adds(anna, ben, FORWARD);
    all.adds(anna, ben, ALLOW);
    String no = "<isMessengerUser>false</isMessengerUser>";
    isDone(anna("ABContactUpdate", contact(ben, no, "IsMessengerUser")), "ABContactUpdate");
    assertThat(all.lists(anna, ben)).containsExactly(ALLOW);
    String yes = "<isMessengerUser>true</isMessengerUser>";
    isDone(
        anna("ABContactUpdate", contact(ben, yes, "IsMessengerUser MessengerMemberInfo")),
        "ABContactUpdate");
    assertThat(all.lists(anna, ben)).containsExactly(FORWARD, ALLOW);
  }

  @Test
  void theOwnNameAndSettingsAreThoseOfTheAccount() {
    String me =
        BOOK
            + "<contacts><Contact><contactInfo><contactType>Me</contactType>"
            + "<displayName>Anna &amp; all</displayName><annotations>"
            + "<Annotation><Name>MSN.IM.BLP</Name><Value>2</Value></Annotation>"
            + "<Annotation><Name>MSN.IM.GTC</Name><Value>2</Value></Annotation>"
            + "<Annotation><Name>MSN.IM.MPOP</Name><Value>0</Value></Annotation></annotations>"
            + "<phones><ContactPhone><contactPhoneType>ContactPhonePersonal</contactPhoneType>"
            + "<number>555 1</number></ContactPhone></phones></contactInfo>"
            + "<propertiesChanged>DisplayName Annotation ContactPhone</propertiesChanged>"
            + "</Contact></contacts>";
    isDone(anna("ABContactUpdate", me), "ABContactUpdate");
    Account now = all.roster(anna).account();
    assertThat(now.card().name()).isEqualTo("Anna & all");
    assertThat(now.privacy()).isEqualTo(PrivacyDefault.BLOCK);
    assertThat(now.notice()).isEqualTo(AddNotice.SILENT);
    assertThat(now.properties()).containsEntry(Property.HOME_PHONE, "555 1");
    assertThat(all.asks("anna", FIND).contact(anna))
        .contains("<displayName>Anna &amp; all</displayName>")
        .contains("<Name>MSN.IM.BLP</Name><Value>2</Value>")
        .contains("<Name>MSN.IM.GTC</Name><Value>2</Value>")
        .contains("<Name>MSN.IM.MPOP</Name><Value>0</Value>")
        .contains("<number>555 1</number>");
  }

  private Answer addGroup(String name) {
    return anna(
        "ABGroupAdd",
        BOOK
            + "<groupAddOptions><fRenameOnMsgrConflict>false</fRenameOnMsgrConflict>"
            + "</groupAddOptions><groupInfo><GroupInfo><name>"
            + name
            + "</name><groupType>C8529CE2-6EAD-434d-881F-341E17DB3FF8</groupType>"
            + "<fMessenger>false</fMessenger><IsFavorite>true</IsFavorite><annotations>"
            + "<Annotation><Name>MSN.IM.Display</Name><Value>1</Value></Annotation></annotations>"
            + "</GroupInfo></groupInfo>");
  }

  private static String inGroup(String group, String contact) {
    return BOOK
        + "<groupFilter><groupIds><guid>"
        + group
        + "</guid></groupIds></groupFilter><contacts><Contact>"
        + contact
        + "</Contact></contacts>";
  }

  @Test
  void groupsComeAndGoWithTheirPeople() {
    String id = addGroup("Favorites").between("guid");
    Group group = all.roster(anna).groups().getFirst();
    assertThat(group.id()).hasToString(id);
    assertThat(all.asks("anna", FIND).text())
        .contains("<name>Favorites</name>")
        .contains("<IsFavorite>true</IsFavorite>")
        .contains("<Name>MSN.IM.Display</Name><Value>1</Value>");

    assertThat(
            anna(
                    "ABGroupContactAdd",
                    inGroup(
                        id,
                        "<contactInfo><passportName>ben@example.test</passportName>"
                            + "</contactInfo>"))
                .text())
        .contains("<ABGroupContactAddResult><guid>" + Neighbourhood.id(ben) + "</guid>");
    assertThat(all.contact(anna, ben).orElseThrow().groups()).containsExactly(group.id());
    assertThat(all.asks("anna", FIND).contact(ben))
        .contains("<groupIds><guid>" + id + "</guid></groupIds>");

    String byId = "<contactId>" + Neighbourhood.id(ben) + "</contactId>";
    isDone(anna("ABGroupContactDelete", inGroup(id, byId)), "ABGroupContactDelete");
    assertThat(all.contact(anna, ben).orElseThrow().groups()).isEmpty();
    assertThat(anna("ABGroupContactAdd", inGroup(id, byId)).status()).isEqualTo(200);
    assertThat(anna("ABGroupContactAdd", inGroup(id, byId)).status()).isEqualTo(200);

    isDone(
        anna(
            "ABGroupUpdate",
            BOOK
                + "<groups><Group><groupId>"
                + id
                + "</groupId><groupInfo><name>Best</name></groupInfo>"
                + "<propertiesChanged>GroupName </propertiesChanged></Group></groups>"),
        "ABGroupUpdate");
    assertThat(all.roster(anna).groups().getFirst().name()).isEqualTo("Best");
    assertThat(all.asks("anna", FIND).text()).contains("<IsFavorite>true</IsFavorite>");
    isDone(anna("ABGroupDelete", inGroup(id, "")), "ABGroupDelete");
    assertThat(all.roster(anna).groups()).isEmpty();
    assertThat(all.lists(anna, ben)).containsExactly(FORWARD);
  }

  @Test
  void aGroupThatCantBeSaysWhy() {
    String id = addGroup("Friends").between("guid");
    Answer again = addGroup("friends");
    assertThat(again.errorCode()).isEqualTo("GroupAlreadyExists");
    assertThat(again.between("conflictObjectId")).isEqualTo(id);
    assertThat(addGroup("x".repeat(62)).errorCode()).isEqualTo("BadArgumentLength");
    assertThat(addGroup("").errorCode()).isEqualTo("BadArgumentLength");
    String other = "11111111-1111-1111-1111-111111111111";
    assertThat(anna("ABGroupDelete", inGroup(other, "")).errorCode())
        .isEqualTo("GroupDoesNotExist");
    String byId = "<contactId>" + Neighbourhood.id(ben) + "</contactId>";
    assertThat(anna("ABGroupContactAdd", inGroup(id, byId)).errorCode())
        .isEqualTo("ContactDoesNotExist");
    assertThat(anna("ABGroupContactAdd", inGroup("{no}", byId)).status()).isEqualTo(500);
  }

  private static String handle(String content) {
    return "<abHandle><ABId>00000000-0000-0000-0000-000000000000</ABId><Puid>0</Puid><Cid>0</Cid>"
        + "</abHandle>"
        + content;
  }

  private static String connection(Account who, int action) {
    return handle(
        "<contactId>"
            + Neighbourhood.id(who)
            + "</contactId><connection>true</connection><presence>true</presence><action>"
            + action
            + "</action><relationshipType>3</relationshipType>"
            + "<relationshipRole>0</relationshipRole><annotations><Annotation>"
            + "<Name>MSN.IM.InviteMessage</Name><Value>Hello!</Value></Annotation></annotations>");
  }

  @Test
  void acquaintancesAreMadeInTwoSteps() {
    Answer created =
        anna(
            "CreateContact",
            handle(
                "<contactHandle><Email>ben@example.test</Email><Puid>0</Puid><Cid>0</Cid>"
                    + "<CircleId>00000000-0000-0000-0000-000000000000</CircleId></contactHandle>"));
    assertThat(created.text())
        .contains("<CreateContactResult><contactId>" + Neighbourhood.id(ben) + "</contactId>")
        .contains("<contactType>LivePending</contactType>")
        .contains("<CreatedBy>96</CreatedBy></CreateContactResult>");
    assertThat(anna("ManageWLConnection", connection(ben, 1)).text())
        .contains("<ManageWLConnectionResult><clientErrorData/><contactId>");
    assertThat(all.lists(anna, ben)).containsExactly(FORWARD, ALLOW);
    assertThat(all.asks("ben", operation("FindMembership", "")).role("Pending"))
        .contains("<Value>Hello!</Value>");

    Answer accepted = all.asks("ben", operation("ManageWLConnection", connection(anna, 1)));
    assertThat(accepted.text()).contains("<contactType>Live</contactType>");
    assertThat(all.lists(ben, anna)).containsExactly(FORWARD, ALLOW, REVERSE);
  }

  @Test
  void anAcquaintanceIsDeclinedOrEnded() {
    all.adds(ben, anna, FORWARD);
    assertThat(anna("ManageWLConnection", connection(ben, 2)).status()).isEqualTo(200);
    assertThat(all.lists(anna, ben)).containsExactly(REVERSE);

    all.ask(ben, new Request.ReadRoster());
    isDone(
        all.asks(
            "ben",
            operation(
                "BreakConnection",
                handle(
                    "<contactId>"
                        + Neighbourhood.id(anna)
                        + "</contactId><blockContact>true</blockContact>"
                        + "<deleteContact>true</deleteContact>"))),
        "BreakConnection");
    assertThat(all.lists(ben, anna)).containsExactly(BLOCK);
    all.adds(anna, ben, FORWARD);
    isDone(
        anna("DeleteContact", handle("<contactId>" + Neighbourhood.id(ben) + "</contactId>")),
        "DeleteContact");
    assertThat(all.lists(anna, ben)).isEmpty();
  }

  @Test
  void whatIsNotThereSaysSo() {
    assertThat(
            anna("CreateCircle", "<properties><DisplayName>x</DisplayName></properties>")
                .errorCode())
        .isEqualTo("Forbidden");
    assertThat(anna("UpdateDynamicItem", BOOK).errorCode()).isEqualTo("Forbidden");
    assertThat(anna("AddDynamicItem", BOOK).errorCode()).isEqualTo("Forbidden");
    assertThat(
            anna(
                    "ManageWLConnection",
                    connection(ben, 1).replace("<relationshipType>3<", "<relationshipType>5<"))
                .errorCode())
        .isEqualTo("Forbidden");
  }

  @Test
  void everybodyHasABookAndAProfileAlready() {
    assertThat(anna("ABAdd", "<abInfo><name/><fDefault>true</fDefault></abInfo>").text())
        .contains("<ABAddResult><guid>00000000-0000-0000-0000-000000000000</guid>");
    assertThat(
            anna("AddService", "<serviceInfo><Handle><Type>Profile</Type></Handle></serviceInfo>")
                .text())
        .contains("<AddServiceResult>2</AddServiceResult>");
    assertThat(anna("FindFriendsInCommon", "").text()).contains("<MatchedCount>0</MatchedCount>");
  }
}
