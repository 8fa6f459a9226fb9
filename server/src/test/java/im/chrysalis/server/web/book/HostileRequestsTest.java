package im.chrysalis.server.web.book;

import static im.chrysalis.server.web.book.Envelopes.operation;
import static im.chrysalis.values.ContactList.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostileRequestsTest extends AnnasBook {
  private static final List<String> OPERATIONS =
      List.of(
          "FindMembership",
          "ABFindAll",
          "ABFindContactsPaged",
          "ABFindByContacts",
          "AddMember",
          "UpdateMember",
          "DeleteMember",
          "ABContactAdd",
          "ABContactUpdate",
          "ABContactDelete",
          "ABGroupAdd",
          "ABGroupUpdate",
          "ABGroupDelete",
          "ABGroupContactAdd",
          "ABGroupContactDelete",
          "CreateContact",
          "ManageWLConnection",
          "BreakConnection",
          "DeleteContact",
          "ABAdd",
          "AddService",
          "FindFriendsInCommon",
          "FindMembershipByRole",
          "CreateCircle");

  /** What operations look for, so that nonsense gets deep into them. */
  private static final List<String> NAMES =
      List.of(
          "abId",
          "abHandle",
          "ABId",
          "contacts",
          "Contact",
          "contactId",
          "contactInfo",
          "contactType",
          "passportName",
          "emails",
          "ContactEmail",
          "email",
          "contactEmailType",
          "phones",
          "ContactPhone",
          "contactPhoneType",
          "number",
          "locations",
          "ContactLocation",
          "contactLocationType",
          "city",
          "webSites",
          "ContactWebSite",
          "annotations",
          "Annotation",
          "Name",
          "Value",
          "propertiesChanged",
          "displayName",
          "isMessengerUser",
          "isFavorite",
          "groupInfo",
          "GroupInfo",
          "name",
          "groups",
          "Group",
          "groupId",
          "groupFilter",
          "groupIds",
          "guid",
          "memberships",
          "Membership",
          "MemberRole",
          "Members",
          "Member",
          "MembershipId",
          "PassportName",
          "serviceHandle",
          "Type",
          "options",
          "EnableAllowListManagement",
          "contactHandle",
          "Email",
          "action",
          "relationshipType",
          "deltasOnly",
          "lastChange",
          "properties",
          "DisplayName",
          "CircleId",
          "relationshipRole",
          "extendedContent");

  @BeforeEach
  void befriend() {
    all.adds(anna, ben, FORWARD);
  }

  @Test
  void nonsenseIsAnsweredOrRefusedAndBreaksNothing() {
    Random random = new Random(20);
    List<String> texts =
        List.of(
            "",
            "true",
            "false",
            "1",
            "2",
            "3",
            "-1",
            "Me",
            "Allow",
            "Pending",
            "Messenger",
            "ben@example.test",
            "anna@example.test",
            "@",
            "&amp;&lt;",
            Neighbourhood.id(ben),
            Neighbourhood.id(anna),
            circle(),
            "5",
            "CircleResult",
            "{00000000-0000-0000-0000-000000000000}",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "DisplayName Annotation ContactPhone IsMessengerUser Comment IsFavorite",
            "MSN.IM.BLP",
            "AB.NickName",
            "ContactPhonePersonal",
            "x".repeat(3000),
            "\uD83D\uDE00");
    for (int i = 0; i < 2_000; i++) {
      String name = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
      Answer answer = all.asks("anna", operation(name, nonsense(random, texts, 5)));
      assertThat(answer.status()).as(name).isIn(200, 500);
    }
    assertThat(all.asks("anna", operation("ABFindAll", "")).status()).isEqualTo(200);
  }

  private String circle() {
    return all.asks(
            "anna",
            operation("CreateCircle", "<properties><DisplayName>Rowing</DisplayName></properties>"))
        .between("Id");
  }

  private static String nonsense(Random random, List<String> texts, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return texts.get(random.nextInt(texts.size()));
    }
    StringBuilder out = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      out.append('<').append(name).append('>');
      out.append(nonsense(random, texts, depth - 1));
      out.append("</").append(name).append('>');
    }
    return out.toString();
  }

  @Test
  void noRequestNamesMorePeopleThanAListHolds() {
    String many = "<Contact><contactId>x</contactId></Contact>".repeat(1501);
    for (String name : List.of("ABContactDelete", "ABContactUpdate", "ABGroupContactAdd")) {
      assertThat(all.asks("anna", operation(name, "<contacts>" + many + "</contacts>")).errorCode())
          .isEqualTo("RequestLimitReached");
    }
    String members =
        "<Membership><MemberRole>Allow</MemberRole><Members>"
            + "<Member><PassportName>ben@example.test</PassportName></Member>".repeat(500)
            + "</Members></Membership>";
    assertThat(
            all.asks(
                    "anna",
                    operation("AddMember", "<memberships>" + members.repeat(4) + "</memberships>"))
                .errorCode())
        .isEqualTo("RequestLimitReached");
  }

  @Test
  void whatIsNoRequestIsRefused() {
    for (String text : List.of("", "hello", "<!DOCTYPE a><a/>", "<Envelope><Body/></Envelope>")) {
      Answer answer = all.post(text);
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.errorCode()).isEqualTo("BadRequest");
    }
  }

  @Test
  void onlyPostsAreAnswered() {
    Answer answer =
        all.send(
            new HttpRequest(
                "GET",
                BookServices.SHARING,
                "wsdl",
                List.of(),
                new byte[0],
                false,
                new InetSocketAddress("127.0.0.1", 80),
                new InetSocketAddress("127.0.0.1", 4711)));
    assertThat(answer.status()).isEqualTo(405);
  }
}
