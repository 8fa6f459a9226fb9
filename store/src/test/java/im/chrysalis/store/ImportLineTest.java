package im.chrysalis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.chrysalis.values.AccountId;
import im.chrysalis.values.AddNotice;
import im.chrysalis.values.Alias;
import im.chrysalis.values.PrivacyDefault;
import im.chrysalis.values.Property;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportLineTest {
  @Test
  void everyFieldIsUnderstood() throws Exception {
    ImportedAccount account =
        ImportLine.read(
            7,
            """
            {"account":"Ben@Example.test","name":"Ben","alias":"Benny","number":12345,
             "guid":"01234567-89ab-cdef-0123-456789abcdef","cid":"fedcba9876543210",
             "password":"x","legacy":true,"blp":"BL","gtc":"N","version":9,
             "created":"2001-02-03T04:05:06Z","properties":{"PHH":"1","mob":"Y"},
             "groups":[{"name":"A","number":3},{"name":"B"}],
             "contacts":[{"account":"anna@example.test","lists":["fl","AL"],"label":"An",
                          "groups":["b","C"]}],
             "listing":{"firstName":"Ben"}}
            """);
    assertThat(account.line()).isEqualTo(7);
    assertThat(account.wanted().address().text()).isEqualTo("ben@example.test");
    assertThat(account.wanted().name()).contains("Ben");
    assertThat(account.wanted().alias()).contains(new Alias("benny"));
    assertThat(account.wanted().id()).contains(new AccountId(12_345));
    assertThat(account.wanted().guid())
        .contains(UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"));
    assertThat(account.wanted().cid()).hasValue(0xfedcba9876543210L);
    assertThat(account.wanted().password()).contains("x");
    assertThat(account.wanted().legacyClients()).isTrue();
    assertThat(account.privacy()).isEqualTo(PrivacyDefault.BLOCK);
    assertThat(account.notice()).isEqualTo(AddNotice.SILENT);
    assertThat(account.version()).hasValue(9);
    assertThat(account.created()).hasValue(981_173_106_000L);
    assertThat(account.properties())
        .isEqualTo(Map.of(Property.HOME_PHONE, "1", Property.MOBILE_PAGES, "Y"));
    assertThat(account.groups())
        .extracting(group -> group.number() + group.name())
        .containsExactly("3A", "1B", "2C");
    assertThat(account.contacts())
        .singleElement()
        .satisfies(link -> {
          assertThat(link.lists()).isEqualTo(3);
          assertThat(link.label()).contains("An");
          assertThat(link.inGroups()).isEqualTo(0b110);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                              | is not JSON: Unexpected end-of-input
          {} {}                          | is not JSON
          {"account":"a@b","account":"a@b"} | is not JSON: Duplicate field 'account'
          "a"                            | is not a JSON object
          {}                             | account is missing
          {"account":7}                  | account must be a text
          {"account":"anna"}             | account: address needs a name, an @ and a domain: anna
          {"account":"a@b","nmae":"x"}   | unknown field nmae
          {"account":"a@b","name":null}  | name must be a text
          {"account":"a@b","name":"\\u0000"} | name holds a null character
          {"account":"a@b","alias":"x"}  | alias must be 3 to 16 letters and digits, a letter first
          {"account":"a@b","number":"7"} | number must be a whole number
          {"account":"a@b","number":7.5} | number must be a whole number
          {"account":"a@b","guid":"7"}   | guid must be a GUID: 01234567-89ab-cdef-0123-456789abcdef
          {"account":"a@b","cid":"7"}    | cid must be 16 hexadecimal digits
          {"account":"a@b","legacy":1}   | legacy must be true or false
          {"account":"a@b","blp":"XL"}   | blp must be AL or BL
          {"account":"a@b","gtc":"X"}    | gtc must be A or N
          {"account":"a@b","version":0}  | version must be at least 1
          {"account":"a@b","created":"7"} | created must be a time: 2026-01-31T12:00:00Z
          {"account":"a@b","password":""} | password is empty
          {"account":"a@b","password":"x","hash":"y"} | hash must be an Argon2id hash
          {"account":"a@b","password":"x","legacySecret":"y"} | exclude each other
          {"account":"a@b","legacySecret":"y"} | legacySecret needs legacy
          {"account":"a@b","properties":[]} | properties must be an object
          {"account":"a@b","properties":{"XXX":""}} | unknown field properties.XXX
          {"account":"a@b","listing":{"hat":""}} | unknown field listing.hat
          {"account":"a@b","notes":[{"name":"x","text":"y"}]} | notes[0].about is missing
          {"account":"a@b","notes":[{"about":"7","name":"x","text":"y"}]} | notes[0].about must be a GUID
          {"account":"a@b","notes":[{"about":"01234567-89ab-cdef-0123-456789abcdef","name":"","text":"y"}]} | notes[0].name must have 1 to 100 characters
          {"account":"a@b","groups":["x"]} | groups[0] must be an object
          {"account":"a@b","groups":[{}]} | groups[0].name is missing
          {"account":"a@b","groups":[{"name":"x","number":30}]} | groups[0].number must be from 1 to 29
          {"account":"a@b","groups":[{"name":"x"},{"name":"X"}]} | there are two groups called X
          {"account":"a@b","groups":[{"name":"x","number":1},{"name":"y","number":1}]} | there are two groups with the number 1
          {"account":"a@b","contacts":{}} | contacts must be an array
          {"account":"a@b","contacts":[{}]} | contacts[0].account is missing
          {"account":"a@b","contacts":[{"account":"c@d"}]} | contacts[0].lists is missing
          {"account":"a@b","contacts":[{"account":"c@d","lists":["XL"]}]} | contacts[0].lists may hold FL, AL, BL, RL and PL, not XL
          {"account":"a@b","contacts":[{"account":"c@d","lists":["AL","BL"]}]} | contacts[0].lists: AL and BL exclude each other
          {"account":"a@b","contacts":[{"account":"c@d","lists":["AL"],"label":"x"}]} | contacts[0]: only contacts on FL have groups and labels
          {"account":"a@b","contacts":[{"account":"c@d","lists":[]},{"account":"C@D","lists":[]}]} | contacts[1]: c@d is there twice
          """)
  void aBadLineIsToldWhatIsWrongWithIt(String line, String why) {
    assertThatThrownBy(() -> ImportLine.read(1, line))
        .isInstanceOf(BadLineException.class)
        .hasMessageContaining(why);
  }
}
