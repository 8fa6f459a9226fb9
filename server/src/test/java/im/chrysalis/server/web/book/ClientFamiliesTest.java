package im.chrysalis.server.web.book;

import static im.chrysalis.values.ContactList.ALLOW;
import static im.chrysalis.values.ContactList.FORWARD;
import static im.chrysalis.values.ContactList.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.net.http.HttpField;
import im.chrysalis.net.http.HttpRequest;
import im.chrysalis.server.web.book.Neighbourhood.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/**
 * What each family of clients posts when it signs in and when it adds somebody, in its own layout,
 * and what its parser looks for in the answers.
 */
class ClientFamiliesTest extends AnnasBook {
  private static final String BOOK_PATH = "/abservice/abservice.asmx";
  private static final String SHARING_PATH = "/abservice/SharingService.asmx";

  @BeforeEach
  void befriend() {
    all.adds(anna, ben, ALLOW);
  }

  private Answer post(String path, String client, String request, HttpField... fields)
      throws IOException {
    String name = "requests/" + client + "-" + request + ".xml";
    try (InputStream file = ClientFamiliesTest.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      String text =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .replace("{ticket}", "t=anna&amp;p=");
      return all.send(
          new HttpRequest(
              "POST",
              path,
              "",
              List.of(fields),
              text.getBytes(StandardCharsets.UTF_8),
              true,
              new InetSocketAddress("127.0.0.1", 443),
              new InetSocketAddress("127.0.0.1", 4711)));
    }
  }

  private static Document parsed(Answer answer) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.text())));
  }

  /** No client may meet white space where it looks for elements. */
  private static void hasNoWhiteSpaceBetweenElements(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.TEXT_NODE) {
        assertThat(child.getTextContent()).isNotBlank();
      }
      hasNoWhiteSpaceBetweenElements(child);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wlm8, ABFindAll",
    "wlm2009, ABFindContactsPaged",
    "libpurple, ABFindContactsPaged",
    "bitlbee, ABFindAll",
    "amsn, ABFindAll",
    "jml, ABFindAll",
    "msnpsharp, ABFindContactsPaged",
    "papyon, ABFindAll",
    "miranda, ABFindContactsPaged"
  })
  void everyFamilyFindsItsListsAndAddsSomebody(String client, String find) throws Exception {
    Answer members = post(SHARING_PATH, client, "FindMembership");
    assertThat(members.status()).isEqualTo(200);
    assertThat(members.role("Allow")).contains("<PassportName>ben@example.test</PassportName>");
    hasNoWhiteSpaceBetweenElements(parsed(members));

    Answer added = post(BOOK_PATH, client, "add");
    assertThat(added.status()).isEqualTo(200);
    assertThat(all.lists(anna, ben)).contains(FORWARD, ALLOW);
    assertThat(all.lists(ben, anna)).contains(REVERSE);
    hasNoWhiteSpaceBetweenElements(parsed(added));

    Answer book = post(BOOK_PATH, client, find);
    assertThat(book.status()).isEqualTo(200);
    assertThat(book.text()).contains("<" + find + "Result>");
    assertThat(book.contact(ben)).contains("<passportName>ben@example.test</passportName>");
    assertThat(book.contact(anna)).contains("<contactType>Me</contactType>");
    hasNoWhiteSpaceBetweenElements(parsed(book));
  }

  @Test
  void jmlMayPostMembersToTheOtherPath() throws Exception {
    Answer answer = post(BOOK_PATH, "jml", "AddMember");
    assertThat(answer.status()).isEqualTo(200);
    Node response =
        parsed(answer)
            .getElementsByTagNameNS(
                "http://www.msn.com/webservices/AddressBook", "AddMemberResponse")
            .item(0);
    assertThat(response.getChildNodes().getLength()).isZero();
  }

  @Test
  void wlm8MayBringItsTicketInACookie() throws Exception {
    Answer answer =
        post(
            BOOK_PATH,
            "wlm80",
            "ABFindAll",
            new HttpField("Cookie", "MSPAuth=t=anna&p=; MSPProf="));
    assertThat(answer.contact(anna)).isNotEmpty();
  }
}
