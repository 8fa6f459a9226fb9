package im.chrysalis.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.values.EmailAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contacts and groups, as the two questions are answered by services of different makes. */
class BookPageTest {
  private static final String ME =
      "<Contact><contactId>00000000-0000-0000-0000-0000000000aa</contactId><contactInfo>"
          + "<annotations><Annotation><Name>MSN.IM.BLP</Name><Value>2</Value></Annotation>"
          + "<Annotation><Name>MSN.IM.GTC</Name><Value>1</Value></Annotation></annotations>"
          + "<contactType>Me</contactType><displayName>Anna &amp; Co</displayName>"
          + "<passportName>anna@example.com</passportName>"
          + "<isMessengerUser>false</isMessengerUser></contactInfo></Contact>";
  private static final String BEN =
      "<Contact><contactId>22222222-2222-2222-2222-222222222222</contactId><contactInfo>"
          + "<annotations><Annotation><Name>AB.NickName</Name><Value>Bobby</Value></Annotation>"
          + "</annotations><contactType>Live</contactType><quickName>Ben</quickName>"
          + "<passportName>BEN@example.com</passportName><displayName>Ben</displayName>"
          + "<groupIds><guid>11111111-1111-1111-1111-111111111111</guid></groupIds>"
          + "<isMessengerUser>true</isMessengerUser><Gender>Unspecified</Gender></contactInfo>"
          + "<propertiesChanged/><fDeleted>false</fDeleted></Contact>";
  private static final String OTHERS =
      // gone, not in the messenger, of another network, a circle, without any content
      "<Contact><contactId>3</contactId><contactInfo><passportName>gone@example.com</passportName>"
          + "</contactInfo><fDeleted>true</fDeleted></Contact>"
          + "<Contact><contactId>4</contactId><contactInfo><passportName>mail@example.com"
          + "</passportName><isMessengerUser>false</isMessengerUser></contactInfo></Contact>"
          + "<Contact><contactId>5</contactId><contactInfo><emails><ContactEmail>"
          + "<email>yahoo@example.com</email></ContactEmail></emails></contactInfo></Contact>"
          + "<Contact><contactId>6</contactId><contactInfo><contactType>Circle</contactType>"
          + "<passportName>circle@live.com</passportName></contactInfo></Contact>"
          + "<Contact><contactId>7</contactId></Contact>";
  private static final String GROUPS =
      "<Group><groupId>11111111-1111-1111-1111-111111111111</groupId><groupInfo>"
          + "<name>Friends</name><IsFavorite>false</IsFavorite></groupInfo></Group>"
          + "<Group><groupId>8</groupId><groupInfo><name>Old</name></groupInfo>"
          + "<fDeleted>true</fDeleted></Group>";

  @ParameterizedTest
  @CsvSource({"ABFindAll,groups,contacts", "ABFindContactsPaged,Groups,Contacts"})
  void whatIsInTheBookIsRead(String name, String groups, String contacts) throws Exception {
    String operation =
        "<%1$sResponse xmlns=\"http://www.msn.com/webservices/AddressBook\"><%1$sResult>"
                .formatted(name)
            + "<%1$s>%2$s</%1$s>".formatted(groups, GROUPS)
            + "<%1$s>%2$s</%1$s>".formatted(contacts, ME + BEN + OTHERS)
            + "<Ab><abId>0</abId></Ab></%1$sResult></%1$sResponse>".formatted(name);
    for (byte[] document :
        new byte[][] {Documents.plain(operation), Documents.prefixed(operation)}) {
      BookPage page = BookPage.read(Documents.operation(document));
      assertThat(page.ownName()).contains("Anna & Co");
      assertThat(page.settings())
          .isEqualTo(Map.of(BookPage.PRIVACY, "2", BookPage.ADD_NOTICE, "1"));
      assertThat(page.cards())
          .containsExactly(
              new BookPage.Card(
                  "22222222-2222-2222-2222-222222222222",
                  EmailAddress.of("ben@example.com"),
                  Optional.of("Bobby"),
                  Optional.of("Ben"),
                  Set.of("11111111-1111-1111-1111-111111111111")));
      assertThat(page.groups())
          .containsExactly(new BookPage.Group("11111111-1111-1111-1111-111111111111", "Friends"));
    }
  }
}
