package im.chrysalis.client.web;

import static org.assertj.core.api.Assertions.assertThat;

import im.chrysalis.values.CircleId;
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
    assertThat(BookNotice.circle(Documents.bytes(notice))).isEmpty();
  }

  @Test
  void aCirclesIsAnotherOne() {
    String id = "00000000-0000-0000-0009-3f6a90c211d4";
    String body =
        "&lt;NotificationData&gt;&lt;CircleId&gt;%s&lt;/CircleId&gt;&lt;/NotificationData&gt;";
    byte[] notice = Documents.bytes(NOTICE.formatted(body.formatted(id)));
    assertThat(BookNotice.is(notice)).isFalse();
    assertThat(BookNotice.circle(notice)).isEqualTo(CircleId.parse(id)).isPresent();
    assertThat(BookNotice.circle(Documents.bytes(NOTICE.formatted(body.formatted("x"))))).isEmpty();
  }
}
