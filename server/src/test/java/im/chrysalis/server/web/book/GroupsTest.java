package im.chrysalis.server.web.book;

import static im.chrysalis.values.ContactList.FORWARD;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.domain.contact.Group;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import org.junit.jupiter.api.Test;

class GroupsTest extends AnnasBook {
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
}
