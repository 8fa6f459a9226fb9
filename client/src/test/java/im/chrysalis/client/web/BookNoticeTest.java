package im.chrysalis.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which alerts are about the address book. */
class BookNoticeTest {
  private static final String NOTICE =
      "<NOTIFICATION id=\"0\" siteid=\"45705\" siteurl=\"http://contacts.msn.com\">"
          + "<TO pid=\"0x00000001:0x00000002\" name=\"anna@example.com\"><VIA agent=\"messenger\"/>"
          + "</TO><MSG id=\"0\"><SUBSCR url=\"s.htm\"/><ACTION url=\"a.htm\"/><BODY>\n%s\n</BODY>"
          + "</MSG></NOTIFICATION>";
  private static final String BODY =
      "&lt;NotificationData xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"&gt;"
          + "&lt;Service&gt;%s&lt;/Service&gt;&lt;CID&gt;987654321&lt;/CID&gt;"
          + "&lt;/NotificationData&gt;";

  @Test
  void theBooksOwnIsKnown() {
    String notice = NOTICE.formatted(BODY.formatted("ABCHInternal"));
    assertThat(BookNotice.is(Documents.bytes(notice))).isTrue();
    assertThat(BookNotice.is(Documents.bytes(notice.replace("45705", "1")))).isFalse();
    assertThat(BookNotice.is(Documents.bytes(NOTICE.formatted(BODY.formatted("Calendar")))))
        .isFalse();
    assertThat(BookNotice.is(Documents.bytes(NOTICE.formatted("hello")))).isFalse();
    assertThat(BookNotice.is(Documents.bytes("no XML"))).isFalse();
  }
}
