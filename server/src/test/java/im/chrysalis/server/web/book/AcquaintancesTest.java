package im.chrysalis.server.web.book;

import static im.chrysalis.server.web.book.Envelopes.operation;
import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.BLOCK;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.account.Account;
import im.chrysalis.domain.person.Request;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import org.junit.jupiter.api.Test;

class AcquaintancesTest extends AnnasBook {
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
