package im.chrysalis.server.web.book;

import static im.chrysalis.server.web.book.Envelopes.operation;
import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.PENDING;
import static im.chrysalis.values.ContactList.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.person.Request;
import im.chrysalis.domain.person.SessionEvent;
import im.chrysalis.domain.person.SessionId;
import im.chrysalis.domain.person.SessionLink;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ContactsTest extends AnnasBook {
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
    // as libpurple does, whose RML came first
    isDone(anna("ABContactDelete", contact(ben, "", "")), "ABContactDelete");
    assertThat(all.lists(anna, ben)).containsExactly(ALLOW);
  }

  @Test
  void whoIsOnNoListCannotBeRemoved() {
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
}
