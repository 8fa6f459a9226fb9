package im.chrysalis.wire.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.chrysalis.values.EmailAddress;
import im.chrysalis.wire.MalformedCommand;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookNoticeTest {
  private static final EmailAddress ANNA = EmailAddress.of("anna@example.com");
  private static final String STAMP = "2005-04-22T17:00:00.0270000-07:00";
  private static final BookNotice NOTICE = BookNotice.of(ANNA, -2, STAMP);

  @Test
  void theWordsAreThoseThatClientsLookFor() {
    assertThat(NOTICE.xml())
        .isEqualTo(
            "<NOTIFICATION id=\"0\" siteid=\"45705\" siteurl=\"http://contacts.msn.com\">"
                + "<TO pid=\"0xFFFFFFFE:0xFFFFFFFF\" name=\"anna@example.com\">"
                + "<VIA agent=\"messenger\"/></TO><MSG id=\"0\"><SUBSCR url=\"s.htm\"/>"
                + "<ACTION url=\"a.htm\"/><BODY>&lt;NotificationData"
                + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"&gt;"
                + "&lt;Service&gt;ABCHInternal&lt;/Service&gt;&lt;CID&gt;-2&lt;/CID&gt;"
                + "&lt;LastModifiedDate&gt;2005-04-22T17:00:00.0270000-07:00"
                + "&lt;/LastModifiedDate&gt;&lt;HasNewItem&gt;false&lt;/HasNewItem&gt;"
                + "&lt;/NotificationData&gt;</BODY></MSG></NOTIFICATION>");
  }

  @Test
  void whatIsWrittenIsReadAgain() throws MalformedCommand {
    assertThat(read(NOTICE.xml())).contains(NOTICE);
  }

  @Test
  void theBookOfACircleIsNamedInPlaceOfTheService() throws MalformedCommand {
    UUID circle = UUID.fromString("00000000-0000-0000-0009-0000000012ab");
    BookNotice notice = new BookNotice(ANNA, 1L << 40, STAMP, Optional.of(circle));
    assertThat(notice.xml())
        .contains("0x00000000:0x00000100")
        .contains("&lt;CircleId&gt;00000000-0000-0000-0009-0000000012ab&lt;/CircleId&gt;")
        .contains("&lt;HasNewItem&gt;true&lt;/HasNewItem&gt;")
        .doesNotContain("Service");
    assertThat(read(notice.xml())).contains(notice);
  }

  /** As other servers write it: over many lines, and the ends of elements with a space. */
  @Test
  void whiteSpaceMeansNothing() throws MalformedCommand {
    String spread =
        NOTICE.xml().replace("><", ">\r\n\t<").replace("/>", " />").replace(";&lt;", ";\n\t&lt;");
    assertThat(read(spread)).contains(NOTICE);
  }

  @Test
  void whatIsNotSaidIsNothing() throws MalformedCommand {
    String without =
        NOTICE.xml().replace("&lt;CID&gt;-2&lt;/CID&gt;", "").replaceAll("&lt;Last.*Date&gt;", "");
    assertThat(read(without)).contains(BookNotice.of(ANNA, 0, ""));
  }

  @Test
  void anotherAlertIsNone() throws MalformedCommand {
    String body = "<MSG id=\"0\"><BODY lang=\"1033\"><TEXT>It rains</TEXT></BODY></MSG>";
    assertThat(read("<NOTIFICATION ver=\"1\" id=\"7\" siteid=\"0\">" + body + "</NOTIFICATION>"))
        .isEmpty();
    assertThat(read(NOTICE.xml().replace("ABCHInternal", "Spaces"))).isEmpty();
    assertThat(read(NOTICE.xml().replace("siteid=\"45705\"", "siteid=\"45706\""))).isEmpty();
    assertThat(read(NOTICE.xml().replace("MSG id=\"0\"", "MSG id=\"1\""))).isEmpty();
    assertThat(read(NOTICE.xml().replace("\"messenger\"", "\"mobile\""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "NOTIFICATION",
        "<NOTIFICATION>",
        "<!DOCTYPE x><NOTIFICATION/>",
        "<NOTIFICATION/><NOTIFICATION/>",
      })
  void whatIsNoAlertIsMalformed(String xml) {
    assertThatExceptionOfType(MalformedCommand.class).isThrownBy(() -> read(xml));
  }

  @Test
  void aNoticeThatDoesNotSayWhoseBookIsMalformed() {
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read(NOTICE.xml().replace("anna@example.com", "anna")));
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read(NOTICE.xml().replace("&gt;-2&lt;", "&gt;two&lt;")));
    assertThatExceptionOfType(MalformedCommand.class)
        .isThrownBy(() -> read(NOTICE.xml().replace("&lt;CID", "&lt;&lt;CID")));
  }

  private static Optional<BookNotice> read(String xml) throws MalformedCommand {
    return BookNotice.of(xml.getBytes(StandardCharsets.UTF_8));
  }
}
